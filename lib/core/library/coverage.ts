/** How much of a source its excerpts repeat, and where in the text they stand. */

/** UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Without overlaps, in order. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else if (end > start) merged.push({ start, end });
  }
  return merged;
}

/** Each character counts once. */
export function quotedLength(spans: readonly Span[]): number {
  return mergeSpans(spans).reduce((sum, { start, end }) => sum + (end - start), 0);
}

/**
 * Which share of a text is quoted, from 0 to 1; null where the text's length is not known or
 * cannot be right, since an excerpt stands beyond it.
 */
export function quotedShare(spans: readonly Span[], length: number | undefined): number | null {
  if (length === undefined || length <= 0) return null;
  const merged = mergeSpans(spans);
  return (merged.at(-1)?.end ?? 0) > length ? null : quotedLength(merged) / length;
}

/** How many of the sentences an excerpt stands in, wholly or partly. */
export function countCovered(sentences: readonly Span[], spans: readonly Span[]): number {
  const merged = mergeSpans(spans);
  return sentences.filter(({ start, end }) => merged.some((s) => s.start < end && s.end > start))
    .length;
}

/** What stands between two ends and holds a letter. Boundaries are Unicode's (UAX 29). */
export function sentencesOf(text: string): Span[] {
  const segments = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  return [...segments].flatMap(({ segment, index }) =>
    /\p{L}/u.test(segment) ? [{ start: index, end: index + segment.length }] : [],
  );
}
