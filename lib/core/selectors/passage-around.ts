/** What is offered for clipping where a reader has selected nothing: the words around a name. */
import type { TextPositionSelector } from './selectors';

/** A sentence without an end is looked at no further, UTF-16 code units on either side. */
const MAX_REACH = 2000;

/** The line of a page's text, as page-text.ts ends lines: a paragraph, an item of a list, a cell. */
export function paragraphAround(
  text: string,
  { start, end }: TextPositionSelector,
): TextPositionSelector {
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return trimmed(text, { start: from, end: to < 0 ? text.length : to });
}

/** The paragraph where it is more than the passage, and no longer than `max`; else null. */
export function widerPassage(
  text: string,
  passage: TextPositionSelector,
  max: number,
): TextPositionSelector | null {
  const wider = paragraphAround(text, passage);
  const isMore = wider.start < passage.start || wider.end > passage.end;
  return isMore && wider.end - wider.start <= max ? wider : null;
}

/** The sentence of the paragraph, by the rules of the page's language where it tells one. */
export function sentenceAround(
  text: string,
  span: TextPositionSelector,
  language: string | undefined,
): TextPositionSelector {
  const paragraph = paragraphAround(text, span);
  const from = Math.max(paragraph.start, span.start - MAX_REACH);
  const to = Math.min(paragraph.end, span.end + MAX_REACH);
  let { start, end } = span;
  for (const { index, segment } of sentences(language).segment(text.slice(from, to))) {
    const [first, last] = [from + index, from + index + segment.length];
    // A name over the end of a "sentence" shows that it was none: both are taken.
    if (first >= span.end || last <= span.start) continue;
    start = Math.min(start, first);
    end = Math.max(end, last);
  }
  return trimmed(text, { start, end });
}

function trimmed(text: string, { start, end }: TextPositionSelector): TextPositionSelector {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  return { start: start + before, end: start + words.trimEnd().length };
}

function sentences(language: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    // What the page calls its language is none.
    return new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
}
