import { MAX_CONTEXT_CHARS } from '../facts/pack-schema';
import { isBlank } from './normalise-spaces';
import type { ExcerptSelectors } from './selectors';

/**
 * The part of an excerpt between two of its own offsets, with what falls away as its context.
 * Null where nothing is left.
 */
export function narrowExcerpt(
  { exact, prefix, suffix, start }: ExcerptSelectors,
  from: number,
  to: number,
): ExcerptSelectors | null {
  let [first, last] = [Math.max(0, from), Math.min(exact.length, to)];
  while (first < last && (isBlank(exact.charAt(first)) || isSecondHalf(exact, first))) first++;
  if (isSecondHalf(exact, last)) last--;
  while (first < last && isBlank(exact.charAt(last - 1))) last--;
  if (first >= last) return null;
  const before = (prefix + exact.slice(0, first)).slice(-MAX_CONTEXT_CHARS);
  const after = (exact.slice(last) + suffix).slice(0, MAX_CONTEXT_CHARS);
  return {
    exact: exact.slice(first, last),
    prefix: before.replace(/^[\udc00-\udfff]/, ''),
    suffix: after.replace(/[\ud800-\udbff]$/, ''),
    start: start + first,
    end: start + last,
  };
}

/** Whether a cut here would go through one character. */
function isSecondHalf(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
