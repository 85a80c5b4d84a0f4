/**
 * Recognition over plain text, as if it were one page: paragraphs (parted by empty lines) are
 * the page's flows. For people who write packs, and for measuring; pages go the same way with
 * the DOM's flows.
 */
import type { Matcher } from '../matcher/matcher';
import type { Span, Why } from './mention';
import type { IsMuted } from './mutes';
import { type ResolvedMatch, resolveMatches } from './resolve';

/** Mentions in reading order; all offsets count in the whole text, those of the support too. */
export function recogniseText(matcher: Matcher, text: string, isMuted?: IsMuted): ResolvedMatch[] {
  const paragraphs = paragraphsOf(text);
  const flows = paragraphs.map(({ start, end }) => {
    const paragraph = text.slice(start, end);
    return { text: paragraph, candidates: matcher.scan(paragraph).candidates };
  });
  return resolveMatches(matcher, flows, isMuted).flatMap((matches, flow) => {
    const offset = paragraphs[flow]?.start ?? 0;
    return matches.map((match) => ({
      ...match,
      start: match.start + offset,
      end: match.end + offset,
      why: shiftSupport(match.why, paragraphs),
    }));
  });
}

function shiftSupport(why: Why, paragraphs: readonly Span[]): Why {
  if (why.rule === 'strong') return why;
  const offset = paragraphs[why.support.flow]?.start ?? 0;
  return {
    ...why,
    support: { ...why.support, start: why.support.start + offset, end: why.support.end + offset },
  };
}

function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\r?\n[ \t]*\r?\n\s*/g)) {
    paragraphs.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  paragraphs.push({ start, end: text.length });
  return paragraphs;
}
