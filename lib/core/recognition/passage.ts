import type { Span } from './mention';

/** How far off words of the same flow still speak for or against a name. UTF-16 code units. */
export const PASSAGE_CHARS = 280;

export function gapBetween(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}
