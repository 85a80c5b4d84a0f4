/**
 * Which candidates become mentions. Evidence decides, not strings:
 *
 * - a strong alias marks on its own;
 * - a weak or garbled one marks after a full name of its entity, or where a related entity is
 *   named in the same passage; a weak one that is no bare surname also beside a role ("company
 *   Didi"), among several other entities, where its full name comes later, or where the page is
 *   about its circle;
 * - a surname that is part of a longer name never marks, nor does anything inside a lookalike or
 *   near a word that speaks against it;
 * - where a form may be several entities, the nearest antecedent decides, and else it stays open.
 *
 * Among what may be marked, the leftmost and then the longest wins. The page is given as its
 * flows in reading order. Nothing here knows the DOM.
 */
import type { EntityKey } from '../facts/keys';
import type { Candidate, Matcher } from '../matcher/matcher';
import { LOOKALIKE } from '../matcher/matcher-tables';
import { type CounterSigns, findCounterSigns } from './counter-signs';
import type { Span, Support, Why } from './mention';
import type { IsMuted } from './mutes';
import { hasTitle, isPartOfLongerName, roleBeside } from './neighbours';
import { createPageEvidence, type FullName, type PageEvidence } from './page-evidence';
import type { ScannedFlow } from './scanned-flow';
import { withoutMuted } from './without-muted';

export interface ResolvedMatch extends Span {
  /** More than one where the text leaves it open. Never empty. */
  readonly entities: readonly EntityKey[];
  /** The alias as written in the pack; of the first entity. */
  readonly alias: string;
  readonly why: Why;
}

/** For each flow its mentions, in order and without overlap. */
export function resolveMatches(
  matcher: Matcher,
  scanned: readonly ScannedFlow[],
  isMuted?: IsMuted,
): readonly (readonly ResolvedMatch[])[] {
  const flows = isMuted ? scanned.map((flow) => withoutMuted(matcher, flow, isMuted)) : scanned;
  const signs = findCounterSigns(matcher, flows);
  const evidence = createPageEvidence(matcher.tables, fullNamesOf(matcher, flows, signs));
  const latest: LatestMention = new Map();
  return flows.map((flow, index) => resolveFlow(matcher, flow, index, { evidence, latest, signs }));
}

/** By entity index: where it was last meant, by whatever form. */
type LatestMention = Map<number, { readonly flow: number; readonly end: number }>;

/** What is known of the page while its flows are resolved one after another. */
interface PageKnowledge {
  readonly evidence: PageEvidence;
  readonly latest: LatestMention;
  readonly signs: CounterSigns;
}

function resolveFlow(
  matcher: Matcher,
  { text, candidates }: ScannedFlow,
  flow: number,
  page: PageKnowledge,
): ResolvedMatch[] {
  const resolved: ResolvedMatch[] = [];
  const { entityKeys, aliasText } = matcher.tables;
  let takenUntil = 0;
  for (const candidate of candidates) {
    const { start, end } = candidate;
    if (start < takenUntil) continue;
    if (isLookalike(matcher, candidate)) {
      takenUntil = end;
      continue;
    }
    const decision = decide({ matcher, text, flow, candidate, ...page });
    if (!decision) continue;
    resolved.push({
      start,
      end,
      entities: decision.entities.map((entity) => entityKeys[entity] ?? ''),
      alias: aliasText[decision.alias] ?? '',
      why: decision.why,
    });
    takenUntil = end;
    for (const entity of decision.entities) {
      if (decision.entities.length === 1) page.latest.set(entity, { flow, end });
    }
  }
  return resolved;
}

/** What is strong on its own, read over the whole page before anything is decided. */
function fullNamesOf(
  matcher: Matcher,
  flows: readonly ScannedFlow[],
  signs: CounterSigns,
): FullName[] {
  const names: FullName[] = [];
  flows.forEach(({ text, candidates }, flow) => {
    let takenUntil = 0;
    for (const candidate of candidates) {
      const { start, end } = candidate;
      if (start < takenUntil) continue;
      const strong = strongEntities({ matcher, flow, candidate, signs });
      if (strong.length === 0 && !isLookalike(matcher, candidate)) continue;
      takenUntil = end;
      const [entity] = strong;
      // Only a name that belongs to one entity alone tells who is meant elsewhere.
      if (strong.length === 1 && entity !== undefined) {
        names.push({ entity, flow, start, end, text: text.slice(start, end) });
      }
    }
  });
  return names;
}

interface Place {
  readonly matcher: Matcher;
  readonly flow: number;
  readonly candidate: Candidate;
  readonly signs: CounterSigns;
}

interface Case extends Place, PageKnowledge {
  readonly text: string;
}

interface Decision {
  readonly entities: readonly number[];
  readonly alias: number;
  readonly why: Why;
}

function decide(place: Case): Decision | null {
  const { matcher, candidate } = place;
  const strong = strongEntities(place);
  if (strong.length > 0) return decision(place, strong, { rule: 'strong' });
  const supported = candidate.aliases.flatMap((alias) => {
    const entity = entityOf(matcher, alias);
    const why = mayMean(place, alias) ? supportFor(place, alias, entity) : null;
    return why === null ? [] : [{ entity, why }];
  });
  const chosen = nearestAntecedents(place, unique(supported.map(({ entity }) => entity)));
  const why = supported.find(({ entity }) => entity === chosen[0])?.why;
  return why === undefined ? null : decision(place, chosen, why);
}

function decision(place: Case, entities: readonly number[], why: Why): Decision {
  const { matcher, candidate } = place;
  const alias = candidate.aliases.find((one) => entityOf(matcher, one) === entities[0]);
  return { entities, alias: alias ?? 0, why };
}

function supportFor(place: Case, alias: number, entity: number): Why | null {
  const { matcher, text, flow, candidate, evidence } = place;
  const isPerson = matcher.tables.entityIsPerson[entity] === 1;
  const written = matcher.tables.aliasText[alias] ?? '';
  const isSurname = isPerson && /^\p{Script=Latin}+$/u.test(written);
  if (isPerson && isPartOfLongerName(text, candidate)) return null;
  const told = (rule: Exclude<Why['rule'], 'strong'>, support: Support | null): Why | null =>
    support && { rule, support: toSupport(support) };
  const close =
    told('after-full-name', evidence.before(entity, flow, candidate)) ??
    told('near-related', evidence.relatedNear(entity, flow, candidate));
  // An ordinary word ("regulators", "chanting") means it only by what stands near.
  if (close || matcher.strengthOf(alias) === 'garbled' || isOrdinaryWord(written)) return close;
  // A surname alone is too many people's, unless a title says that somebody known is meant.
  if (isSurname && !hasTitle(text, candidate)) return null;
  const role = isPerson ? null : roleBeside(text, candidate);
  return (
    told('beside-role', role && { ...role, flow, text: text.slice(role.start, role.end) }) ??
    told('in-company', isSurname ? null : evidence.companyNear(entity, flow, candidate)) ??
    told('full-name-later', evidence.anywhere(entity)) ??
    told('page-context', evidence.relatedOnPage(entity))
  );
}

/** Latin letters, and none of them large. */
function isOrdinaryWord(alias: string): boolean {
  return /[a-z]/.test(alias) && alias === alias.toLowerCase();
}

/**
 * Of several entities that a form may mean: the one meant last in this passage; else the one
 * meant in a later passage than the others; else it stays open between all.
 */
function nearestAntecedents(place: Case, entities: readonly number[]): readonly number[] {
  if (entities.length < 2) return entities;
  const { latest, flow } = place;
  const inOrder = entities
    .map((entity) => ({ entity, at: latest.get(entity) ?? { flow: -1, end: 0 } }))
    .sort((a, b) => b.at.flow - a.at.flow || b.at.end - a.at.end);
  const [first, second] = inOrder;
  if (!first || !second) return entities;
  const decided =
    first.at.flow > second.at.flow || (first.at.flow === flow && first.at.end > second.at.end);
  return decided ? [first.entity] : entities;
}

function strongEntities(place: Place): number[] {
  const { matcher, candidate } = place;
  return unique(
    candidate.aliases
      .filter((alias) => matcher.strengthOf(alias) === 'strong' && mayMean(place, alias))
      .map((alias) => entityOf(matcher, alias)),
  );
}

/** Whether an alias can mean its entity here at all, whatever speaks for it. */
function mayMean({ matcher, flow, candidate, signs }: Place, alias: number): boolean {
  if (meansNone(matcher, alias) || matcher.strengthOf(alias) === 'counter-sign') return false;
  // "Ant Group cancelled its picnic because of ants": a name of two words means what it says.
  if (matcher.tables.aliasText[alias]?.includes(' ')) return true;
  return !signs.speakAgainst(entityOf(matcher, alias), flow, candidate);
}

function isLookalike(matcher: Matcher, { aliases }: Candidate): boolean {
  return aliases.some((alias) => meansNone(matcher, alias));
}

function meansNone(matcher: Matcher, alias: number): boolean {
  return matcher.tables.aliasEntity[alias] === LOOKALIKE;
}

function entityOf(matcher: Matcher, alias: number): number {
  return matcher.tables.aliasEntity[alias] ?? LOOKALIKE;
}

function toSupport({ flow, start, end, text }: Support): Support {
  return { flow, start, end, text };
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)];
}
