/** Where the popover goes, as far as numbers alone decide it. All in viewport coordinates, px. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Side = 'top' | 'bottom';

/** A broken name higher than this many of its lines is in two columns, not on two lines. */
const MAX_LINES = 3;

/**
 * The box to stand above or below: as wide as the part of the mention on the line nearest to
 * `point` (without one, on the first line), as high as all its lines together, so that a name
 * broken over two lines stays free of the popover. Null where the mention has no boxes any more.
 */
export function referenceBox(boxes: readonly Box[], point?: Point): Box | null {
  const lines = linesOf(boxes.filter((box) => box.right > box.left && box.bottom > box.top));
  const [first] = lines;
  if (!first) return null;
  const line = point
    ? lines.reduce((a, b) => (distance(b, point) < distance(a, point) ? b : a))
    : first;
  const whole = lines.reduce(union);
  if (whole.bottom - whole.top > MAX_LINES * (line.bottom - line.top)) return line;
  // Not spread: a DOMRect keeps its sides in getters, which a spread leaves behind.
  return { left: line.left, right: line.right, top: whole.top, bottom: whole.bottom };
}

/** A mention in several text nodes has several boxes on one line: these become one. */
function linesOf(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    const index = lines.findIndex((line) => onSameLine(line, box));
    const line = lines[index];
    if (line) lines[index] = union(line, box);
    else lines.push(box);
  }
  return lines;
}

function onSameLine(a: Box, b: Box): boolean {
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return overlap > Math.min(a.bottom - a.top, b.bottom - b.top) / 2;
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function distance(box: Box, { x, y }: Point): number {
  return Math.hypot(
    Math.max(box.left - x, 0, x - box.right),
    Math.max(box.top - y, 0, y - box.bottom),
  );
}

/** With this much room a card can be read; more is pleasant, but not worth changing sides for. */
const GOOD_ROOM = 300;
/** With less room than this on its side a popover moves to the other, if that is roomier. */
const LEAST_ROOM = 140;

/**
 * Below the line where there is good room, else on the roomier side. Once chosen, the side stays
 * as long as it can be read there, so that the popover does not jump while the page scrolls or
 * its card grows.
 */
export function chooseSide(box: Box, viewportHeight: number, current: Side | null): Side {
  const above = box.top;
  const below = viewportHeight - box.bottom;
  if (current && (current === 'top' ? above : below) >= LEAST_ROOM) return current;
  if (below >= GOOD_ROOM || below >= above) return 'bottom';
  return 'top';
}

/** Whether a box lies wholly outside the viewport. */
export function isOutOfView(box: Box, width: number, height: number): boolean {
  return box.bottom <= 0 || box.right <= 0 || box.top >= height || box.left >= width;
}
