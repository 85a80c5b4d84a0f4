/**
 * The safe way from a mention to its popover: who moves towards it keeps it open, also slowly,
 * and also across other names. Viewport coordinates, px.
 */
import type { Box, Point } from './box';

/** A hand does not move in straight lines: beside the popover's corners so much still counts. */
const SLACK_PX = 12;

/**
 * Whether the way from one place of the pointer to the next, drawn on, meets the box: whether it
 * lies in the triangle between the first place and the sides of the box that face it.
 */
export function isHeadingFor(box: Box, from: Point, to: Point): boolean {
  const step = { x: to.x - from.x, y: to.y - from.y };
  if (step.x === 0 && step.y === 0) return false;
  const across = span(from.x, step.x, box.left - SLACK_PX, box.right + SLACK_PX);
  const along = span(from.y, step.y, box.top - SLACK_PX, box.bottom + SLACK_PX);
  const enters = Math.max(across[0], along[0], 0);
  const leaves = Math.min(across[1], along[1]);
  return enters <= leaves;
}

/** Between which multiples of the step the way lies between two parallel lines. */
function span(from: number, step: number, low: number, high: number): [number, number] {
  if (step === 0)
    return from >= low && from <= high ? [-Infinity, Infinity] : [Infinity, -Infinity];
  const ends = [(low - from) / step, (high - from) / step] as const;
  return [Math.min(...ends), Math.max(...ends)];
}
