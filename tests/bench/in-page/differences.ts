/** Why two ways of finding names find different ones, place by place. */
import type { Matcher } from '../../../lib/core/matcher/matcher';
import type { Mention } from '../../../lib/page/mention';
import { createReadability } from '../../../lib/page/skip-rules';
import type { Hit } from './regular-expression';

export type Tally = Record<string, number>;

/** Counts by reason; `same` are the places that both found. */
export function tallyDifferences(
  matcher: Matcher,
  mentions: readonly Mention[],
  hits: readonly Hit[],
): Tally {
  const tally: Tally = { mentions: mentions.length, hits: hits.length };
  const count = (reason: string): void => {
    tally[reason] = (tally[reason] ?? 0) + 1;
  };
  const byNode = new Map<Text, { start: number; end: number; mention: Mention }[]>();
  for (const mention of mentions) {
    for (const { node, start, end } of mention.spans) {
      byNode.set(node, [...(byNode.get(node) ?? []), { start, end, mention }]);
    }
  }
  const met = new Set<Mention>();
  const { isReadable } = createReadability();
  for (const hit of hits) {
    const end = hit.start + hit.text.length;
    const there = byNode.get(hit.node)?.find((span) => span.start < end && span.end > hit.start);
    if (there) {
      met.add(there.mention);
      count(there.start === hit.start && there.end === end ? 'same' : 'same, other length');
    } else count(`only theirs: ${whyNotOurs(matcher, hit, isReadable(hit.node))}`);
  }
  for (const mention of mentions) {
    if (!met.has(mention)) count(`only ours: ${whyNotTheirs(mention)}`);
  }
  return tally;
}

function whyNotOurs(matcher: Matcher, { node, start }: Hit, isReadable: boolean): string {
  if (!isReadable) return 'in scripts, code, fields';
  const candidates = matcher.scan(node.data).candidates;
  return candidates.some((candidate) => candidate.start === start)
    ? 'a weak name without support, or a lookalike'
    : 'other case, or part of an address or identifier';
}

function whyNotTheirs({ text, spans }: Mention): string {
  if (spans.length > 1) return 'split over elements';
  return /^[\x20-\x7e]+$/.test(text)
    ? 'typographic signs, spaces, particles'
    : 'not ASCII, where \\b is blind';
}
