/**
 * Which candidates become mentions. Evidence decides, not strings:
 *
 * - a strong alias marks on its own;
 * - a weak or garbled one marks after a full name of its entity, or where a related entity is
 *   named in the same passage; a weak one that is no bare surname also beside a role ("company
 *   Didi"), among several other entities, where its full name comes later, or where the page is
 *   about its circle;
 * - ordinary words ("private companies") mark after the full name alone;
 * - a short name that is part of a longer one ("Cixin Liu", "Ant McPartlin") never marks, nor does it
 *   further on until its entity is named again; nor does anything inside a lookalike, near a word
 *   that speaks against it, or where the same word is written small;
 * - where a form may be several entities, the nearest antecedent decides, and else it stays open.
 *
 * Among what may be marked, the leftmost and then the longest wins. The page is given as its
 * flows in reading order. Nothing here knows the DOM.
 */
import type { EntityKey } from '../facts/keys';
import type { Candidate, Matcher } from '../matcher/matcher';
import { PERSON, THEME } from '../matcher/matcher-tables';
import { type CounterSigns, findCounterSigns } from './counter-signs';
import { inSteps } from './in-steps';
import type { Span, Support, Why } from './mention';
import type { IsMuted } from './mutes';
import { hasTitle, isOrdinaryHere, isPartOfLongerName, roleBeside } from './neighbours';
import { createPageEvidence, type PageEvidence } from './page-evidence';
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
): Resolved {
  const steps = resolveInSteps(matcher, scanned, isMuted);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export type Resolved = readonly (readonly ResolvedMatch[])[];

/** The same a few flows at a time; the flows must stay as they are until it is done. */
export function* resolveInSteps(
  matcher: Matcher,
  scanned: readonly ScannedFlow[],
  isMuted?: IsMuted,
): Generator<void, Resolved> {
  const flows = isMuted ? scanned.map((flow) => withoutMuted(matcher, flow, isMuted)) : scanned;
  const signs = findCounterSigns(matcher, flows);
  const evidence = createPageEvidence(matcher.tables);
  yield* inSteps(flows, (flow, index) => addFullNames(evidence, matcher, flow, index, signs));
  const latest: LatestMention = new Map();
  const strangers = new Map<number, number>();
  const page = { evidence, latest, signs, strangers };
  const resolved: ResolvedMatch[][] = [];
  yield* inSteps(flows, (flow, index) => resolved.push(resolveFlow(matcher, flow, index, page)));
  return resolved;
}

/** By entity index: where it was last meant, by whatever form. */
type LatestMention = Map<number, { readonly flow: number; readonly end: number }>;

/** What is known of the page while its flows are resolved one after another. */
interface PageKnowledge {
  readonly evidence: PageEvidence;
  readonly latest: LatestMention;
  /** By entity index: the flow in which its name was last somebody else's ("Cixin Liu"). */
  readonly strangers: Map<number, number>;
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
  let nobodyUntil = 0;
  for (const candidate of candidates) {
    const { start, end } = candidate;
    if (start < nobodyUntil) {
      for (const alias of candidate.aliases) page.strangers.set(entityOf(matcher, alias), flow);
    }
    if (start < takenUntil) continue;
    if (isLookalike(matcher, candidate)) {
      nobodyUntil = takenUntil = end;
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
      page.strangers.delete(entity);
    }
  }
  return resolved;
}

/** What is strong on its own, read over the whole page before anything is decided. */
function addFullNames(
  evidence: PageEvidence,
  matcher: Matcher,
  { text, candidates }: ScannedFlow,
  flow: number,
  signs: CounterSigns,
): void {
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
      evidence.add({ entity, flow, start, end, text: text.slice(start, end) });
    }
  }
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
  if (why === undefined || isOrdinaryHere(place.text, candidate)) return null;
  return decision(place, chosen, why);
}

function decision(place: Case, entities: readonly number[], why: Why): Decision {
  const { matcher, candidate } = place;
  const alias = candidate.aliases.find((one) => entityOf(matcher, one) === entities[0]);
  return { entities, alias: alias ?? 0, why };
}

function supportFor(place: Case, alias: number, entity: number): Why | null {
  const { matcher, text, flow, candidate, evidence, strangers } = place;
  const isPerson = matcher.tables.entityClass[entity] === PERSON;
  const isGarbled = matcher.strengthOf(alias) === 'garbled';
  const written = matcher.tables.aliasText[alias] ?? '';
  const isSurname = isPerson && /^\p{Script=Latin}+$/u.test(written);
  const isWord = isOrdinaryWord(written, matcher.tables.entityClass[entity] === THEME);
  if (isPartOfLongerName(text, candidate, isPerson)) {
    strangers.set(entity, flow);
    return null;
  }
  if (strangers.get(entity) === flow) return null;
  const told = (rule: Exclude<Why['rule'], 'strong'>, support: Support | null): Why | null =>
    support && { rule, support: toSupport(support) };
  // Ordinary words ("private companies") stand near related names by chance, but not three of them
  // ("coercion of an alternative").
  const isChance = isWord && !isGarbled && written.split(' ').length < 3;
  const close =
    told('after-full-name', evidence.before(entity, flow, candidate)) ??
    told('near-related', isChance ? null : evidence.relatedNear(entity, flow, candidate));
  if (close || isGarbled || isWord) return close;
  // A surname alone is too many people's, unless a title says that somebody known is meant.
  if (isSurname && !hasTitle(text, candidate)) {
    const { start, end } = candidate;
    // "post-Mao", "the Xi-Biden call".
    const isCompound = text[start - 1] === '-' || text[end] === '-';
    const isTold = isCompound || written.length >= LONG_SURNAME_CHARS;
    return isTold ? told('full-name-later', evidence.anywhere(entity)) : null;
  }
  const role = isPerson ? null : roleBeside(text, candidate);
  return (
    told('beside-role', role && { ...role, flow, text: text.slice(role.start, role.end) }) ??
    told('in-company', isSurname ? null : evidence.companyNear(entity, flow, candidate)) ??
    told('full-name-later', evidence.anywhere(entity)) ??
    told('page-context', evidence.relatedOnPage(entity))
  );
}

/** "Trump" and "Biden" are fewer people's than "Ma", "Wang" and "Ross". */
const LONG_SURNAME_CHARS = 5;

/** Latin letters, and none of them large; of a theme, whatever is not Latin. */
function isOrdinaryWord(alias: string, isTheme: boolean): boolean {
  return /[a-z]/i.test(alias) ? alias === alias.toLowerCase() : isTheme;
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
  const entity = entityOf(matcher, alias);
  const isPerson = matcher.tables.entityClass[entity] === PERSON;
  // "Ant Group cancelled its picnic because of ants": a name of two words means what it says, and
  // so does a person's full name in any script.
  const isLong = isPerson || matcher.tables.aliasText[alias]?.includes(' ');
  if (isLong && matcher.strengthOf(alias) === 'strong') return true;
  return !signs.speakAgainst(entity, flow, candidate);
}

function isLookalike(matcher: Matcher, { aliases }: Candidate): boolean {
  return aliases.some((alias) => meansNone(matcher, alias));
}

function meansNone(matcher: Matcher, alias: number): boolean {
  return matcher.tables.entityKeys[entityOf(matcher, alias)] === undefined;
}

function entityOf(matcher: Matcher, alias: number): number {
  return matcher.tables.aliasEntity[alias] ?? -1;
}

function toSupport({ flow, start, end, text }: Support): Support {
  return { flow, start, end, text };
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)];
}
