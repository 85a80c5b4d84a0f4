/**
 * Which candidates become mentions. Evidence decides, not strings: a strong alias marks on its
 * own; a weak or garbled one only after a strong alias of the same entity earlier on the page.
 * Among what may be marked, the leftmost and then the longest wins.
 *
 * The page is given as its flows in reading order. Nothing here knows the DOM.
 */
import type { EntityKey } from '../facts/keys';
import type { Candidate, Matcher } from '../matcher/matcher';
import type { Span, Support, Why } from './mention';

export interface ResolvedMatch extends Span {
  /** More than one where the text leaves it open. Never empty. */
  readonly entities: readonly EntityKey[];
  /** The alias as written in the pack; of the first entity. */
  readonly alias: string;
  readonly why: Why;
}

/** One run of text of the page with the candidates found in it. */
export interface ScannedFlow {
  readonly text: string;
  readonly candidates: readonly Candidate[];
}

/** By entity index: where a strong alias first named it. */
type StrongNames = Map<number, Support>;

/** For each flow its mentions, in order and without overlap. */
export function resolveMatches(
  matcher: Matcher,
  flows: readonly ScannedFlow[],
): readonly (readonly ResolvedMatch[])[] {
  const strongNames: StrongNames = new Map();
  return flows.map((flow, index) => resolveFlow(matcher, flow, index, strongNames));
}

function resolveFlow(
  matcher: Matcher,
  { text, candidates }: ScannedFlow,
  flow: number,
  strongNames: StrongNames,
): ResolvedMatch[] {
  const resolved: ResolvedMatch[] = [];
  let takenUntil = 0;
  // Candidates come by start and then longest first, so the first that may be marked is the one.
  for (const candidate of candidates) {
    if (candidate.start < takenUntil) continue;
    const decision = decide(matcher, candidate.aliases, strongNames);
    if (!decision) continue;
    const { start, end } = candidate;
    const { entityKeys, aliasText } = matcher.tables;
    resolved.push({
      start,
      end,
      entities: decision.entities.map((entity) => entityKeys[entity] ?? ''),
      alias: aliasText[decision.alias] ?? '',
      why: decision.why,
    });
    takenUntil = end;
    const [entity] = decision.entities;
    // Only a name that belongs to one entity alone tells who is meant further on.
    if (decision.why.rule === 'strong' && decision.entities.length === 1 && entity !== undefined) {
      if (!strongNames.has(entity)) {
        strongNames.set(entity, { flow, start, end, text: text.slice(start, end) });
      }
    }
  }
  return resolved;
}

interface Decision {
  readonly entities: readonly number[];
  readonly alias: number;
  readonly why: Why;
}

function decide(
  matcher: Matcher,
  aliases: readonly number[],
  strongNames: StrongNames,
): Decision | null {
  const entityOf = (alias: number): number => matcher.tables.aliasEntity[alias] ?? -1;
  const strong = aliases.filter((alias) => matcher.strengthOf(alias) === 'strong');
  const [firstStrong] = strong;
  if (firstStrong !== undefined) {
    return { entities: unique(strong.map(entityOf)), alias: firstStrong, why: { rule: 'strong' } };
  }
  const supported = aliases.filter((alias) => strongNames.has(entityOf(alias)));
  const [firstSupported] = supported;
  if (firstSupported === undefined) return null;
  const support = strongNames.get(entityOf(firstSupported));
  if (!support) return null;
  return {
    entities: unique(supported.map(entityOf)),
    alias: firstSupported,
    why: { rule: 'after-strong', support },
  };
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)];
}
