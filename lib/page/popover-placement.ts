/** Where the popover goes, as far as numbers alone decide it. All in viewport coordinates, px. */
import type { Box, Point } from '../core/popover/box';

export type Side = 'top' | 'bottom' | 'left' | 'right';

/** How the text around the mention runs. */
export interface Writing {
  /** Lines stand upright, as in some Chinese and Japanese texts. */
  readonly vertical: boolean;
  /** Horizontal: words run from right to left. Vertical: lines follow each other so. */
  readonly rightToLeft: boolean;
}

/** A broken name higher than this many of its lines is in two columns, not on two lines. */
const MAX_LINES = 3;

/**
 * The box to stand above or below: as wide as the part of the mention on the line nearest to
 * `point` (without one, on the first line), as high as all its lines together, so that a name
 * broken over two lines stays free of the popover. Where lines stand upright, the same turned.
 * Null where the mention has no boxes any more.
 */
export function referenceBox(boxes: readonly Box[], point?: Point, writing?: Writing): Box | null {
  if (!writing?.vertical) return horizontalBox(boxes, point);
  const found = horizontalBox(boxes.map(turned), point && { x: point.y, y: point.x });
  return found && turned(found);
}

/** Not spread: a DOMRect keeps its sides in getters, which a spread leaves behind. */
function turned({ left, top, right, bottom }: Box): Box {
  return { left: top, top: left, right: bottom, bottom: right };
}

function horizontalBox(boxes: readonly Box[], point: Point | undefined): Box | null {
  const lines = linesOf(boxes.filter((box) => box.right > box.left && box.bottom > box.top));
  const [first] = lines;
  if (!first) return null;
  const line = point
    ? lines.reduce((a, b) => (distance(b, point) < distance(a, point) ? b : a))
    : first;
  const whole = lines.reduce(union);
  if (whole.bottom - whole.top > MAX_LINES * (line.bottom - line.top)) return line;
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

interface Needs {
  /** With this much room a card can be read; more is pleasant, but not worth changing sides for. */
  readonly good: number;
  /** With less room than this on its side a popover moves to the other, if that is roomier. */
  readonly least: number;
}

const HEIGHTS: Needs = { good: 300, least: 140 };
/** As wide as popover.css makes the card, or nearly. */
const WIDTHS: Needs = { good: 400, least: 260 };

/**
 * Below the line where there is good room, else on the roomier side; beside a line that stands
 * upright, on the side where the next one is. Once chosen, the side stays as long as it can be
 * read there, so that the popover does not jump while the page scrolls or its card grows.
 */
export function chooseSide(box: Box, view: Box, writing: Writing, current: Side | null): Side {
  const room: Record<Side, number> = {
    top: box.top - view.top,
    bottom: view.bottom - box.bottom,
    left: box.left - view.left,
    right: view.right - box.right,
  };
  const isNarrow = Math.max(room.left, room.right) < WIDTHS.least;
  if (!writing.vertical || isNarrow) return roomier('bottom', 'top', room, HEIGHTS, current);
  const [after, before] = writing.rightToLeft
    ? (['left', 'right'] as const)
    : (['right', 'left'] as const);
  return roomier(after, before, room, WIDTHS, current);
}

function roomier(
  after: Side,
  before: Side,
  room: Readonly<Record<Side, number>>,
  { good, least }: Needs,
  current: Side | null,
): Side {
  const isPossible = current === after || current === before;
  if (current && isPossible && room[current] >= least) return current;
  return room[after] >= good || room[after] >= room[before] ? after : before;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a card of this size stands beside the box: edge to edge with the beginning of the name. */
export function besideBox(
  box: Box,
  side: Side,
  { width, height }: Size,
  rightToLeft: boolean,
  gap: number,
): Point {
  switch (side) {
    case 'top':
    case 'bottom':
      return {
        x: rightToLeft ? box.right - width : box.left,
        y: side === 'top' ? box.top - gap - height : box.bottom + gap,
      };
    case 'left':
    case 'right':
      return {
        x: side === 'left' ? box.left - gap - width : box.right + gap,
        y: box.top,
      };
  }
}

/** The place nearest to the wished one where all of a card is in view, or at least its head. */
export function keepInside(wished: Point, size: Size, view: Box, margin: number): Point {
  const clamp = (at: number, length: number, low: number, high: number): number =>
    Math.max(low + margin, Math.min(at, high - margin - length));
  return {
    x: clamp(wished.x, size.width, view.left, view.right),
    y: clamp(wished.y, size.height, view.top, view.bottom),
  };
}

/** Whether a box lies wholly outside what is seen. */
export function isOutOfView(box: Box, view: Box): boolean {
  return (
    box.bottom <= view.top ||
    box.right <= view.left ||
    box.top >= view.bottom ||
    box.left >= view.right
  );
}
