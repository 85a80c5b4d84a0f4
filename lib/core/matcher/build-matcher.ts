/**
 * Builds the matcher's tables from the aliases of all entities: a trie over folded aliases, laid
 * out breadth-first, so that the children of a node lie side by side and sorted, and a node is
 * three numbers (in the manner of a LOUDS trie without its bit vectors).
 *
 * A place, concept, law or event without any strong alias is for search only and does not get in:
 * everybody knows "China" and "big data", and marking them would only clutter pages.
 */
import { type EntityKey, toKey } from '../facts/keys';
import type { Alias, Entity, EntityKind, FactPack, Relation } from '../facts/pack-schema';
import { classOf, foldText, IGNORABLE, SPACE } from '../text/characters';
import { buildBeginnings, type NameBeginning } from './beginning-gate';
import { beginsUpper } from './letter-traits';
import {
  CASE_CODES,
  COUNTER_SIGN,
  type MatcherTables,
  type NumberTable,
  PERSON,
  STRENGTH_CODES,
  THEME,
} from './matcher-tables';

export interface NamedEntity {
  readonly key: EntityKey;
  readonly label: string;
  readonly kind: EntityKind;
  readonly aliases: readonly Pick<Alias, 'text' | 'strength' | 'case'>[];
  /** Longer forms that contain an alias and mean something else. */
  readonly lookalikes?: readonly string[];
  /** Words that, in the same passage, speak against this entity. */
  readonly counterSigns?: readonly string[];
  /** Entities whose names near a weak alias speak for this one. */
  readonly related?: readonly EntityKey[];
}

/** Kinds of relation by which things belong to one house: its people, products and parts. */
const AFFILIATIONS: ReadonlySet<Relation['kind']> = new Set([
  'founder-of',
  'leads',
  'works-for',
  'subsidiary-of',
  'product-of',
  'part-of',
]);
/** A larger house, a party or a state, has members who have nothing to do with each other. */
const MAX_HOUSE = 12;

interface KeyedEntity {
  readonly key: EntityKey;
  readonly entity: Entity;
}

export interface KeyedRelation {
  readonly from: EntityKey;
  readonly to: EntityKey;
  readonly kind: Relation['kind'];
}

/**
 * What the matcher needs of entities. Who speaks for whom is told by their relations, and by
 * belonging to one house: Taobao speaks for an executive of Alibaba.
 */
export function toNamedEntities(
  entities: readonly KeyedEntity[],
  relations: readonly KeyedRelation[],
): NamedEntity[] {
  const related = supportersOf(relations);
  return entities.map((entity) => toNamedEntity(entity, related));
}

/** Of each entity those that speak for it. */
export function supportersOf(relations: readonly KeyedRelation[]): Map<EntityKey, EntityKey[]> {
  const related = new Map<EntityKey, EntityKey[]>();
  const houses = new Map<EntityKey, EntityKey[]>();
  for (const { from, to, kind } of relations) {
    addTo(related, from, to);
    addTo(related, to, from);
    if (AFFILIATIONS.has(kind)) addTo(houses, to, from);
  }
  for (const members of houses.values()) {
    if (members.length > MAX_HOUSE) continue;
    for (const member of members) for (const other of members) addTo(related, member, other);
  }
  return related;
}

export function toNamedEntity(
  { key, entity }: KeyedEntity,
  related: ReadonlyMap<EntityKey, readonly EntityKey[]>,
): NamedEntity {
  return {
    key,
    label: entity.label,
    kind: entity.kind,
    aliases: entity.aliases,
    lookalikes: entity.lookalikes ?? [],
    counterSigns: entity.counterSigns ?? [],
    related: related.get(key) ?? [],
  };
}

function addTo(map: Map<EntityKey, EntityKey[]>, key: EntityKey, value: EntityKey): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The named entities of a pack that is not stored yet. */
export function namedEntitiesOf({ id, entities, relations }: FactPack): NamedEntity[] {
  return toNamedEntities(
    entities.map((entity) => ({ key: toKey(id, entity.id), entity })),
    relations.map(({ from, to, kind }) => ({ from: toKey(id, from), to: toKey(id, to), kind })),
  );
}

/** The same entities give the same tables, in whatever order they come. */
export function buildMatcher(named: readonly NamedEntity[]): MatcherTables {
  return buildTables(named.filter(mayBeMarked));
}

/** The same of every entity that is given. */
export function buildTables(named: readonly NamedEntity[]): MatcherTables {
  const entities = [...named].sort((a, b) => (a.key < b.key ? -1 : 1));
  const aliases = entities.flatMap(aliasesOf).filter(({ pattern }) => pattern !== '');
  const patterns = [...new Set(aliases.map(({ pattern }) => pattern))].sort();
  const numbers = new Map(patterns.map((pattern, number) => [pattern, number]));
  const numberOf = (alias: PatternedAlias): number => numbers.get(alias.pattern) ?? -1;
  const ordered = aliases.sort((a, b) => numberOf(a) - numberOf(b) || a.entity - b.entity);
  return {
    ...layOut(buildTrie(patterns)),
    aliasStart: narrowed(startsOf(ordered.map(numberOf), patterns.length)),
    aliasEntity: entitiesOf(ordered, entities.length),
    aliasRules: Uint8Array.from(ordered, ({ rules }) => rules),
    aliasText: ordered.map(({ text }) => text),
    entityKeys: entities.map(({ key }) => key),
    entityLabels: entities.map(({ label }) => label),
    entityClass: Uint8Array.from(entities, ({ kind }) => kindClassOf(kind)),
    ...relatedOf(entities),
    beginnings: buildBeginnings(ordered),
  };
}

/** As narrow as the number of entities allows; a lookalike gets the last number, which none has. */
function entitiesOf(aliases: readonly PatternedAlias[], count: number): NumberTable {
  const numbers = aliases.map(({ entity }) => entity);
  return count <= 0xffff ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}

function kindClassOf(kind: EntityKind): number {
  if (kind === 'person') return PERSON;
  return kind === 'concept' || kind === 'event' || kind === 'law' ? THEME : 0;
}

/** Kinds of which an entity with weak names alone can be told by what stands around it. */
const TOLD_BY_CONTEXT: ReadonlySet<EntityKind> = new Set([
  'person',
  'organisation',
  'product',
  'outlet',
  'public-body',
]);

/** Whether the entity is for pages at all, and not for search only. */
export function mayBeMarked({ kind, aliases }: NamedEntity): boolean {
  return TOLD_BY_CONTEXT.has(kind) || aliases.some(({ strength }) => strength === 'strong');
}

interface PatternedAlias extends NameBeginning {
  readonly text: string;
  readonly entity: number;
  readonly rules: number;
}

function aliasesOf(named: NamedEntity, entity: number): PatternedAlias[] {
  const { aliases, lookalikes = [], counterSigns = [] } = named;
  const anyCase = CASE_CODES.indexOf('any');
  return [
    ...aliases.map(({ text, strength, case: rule }) =>
      patterned(text, entity, STRENGTH_CODES.indexOf(strength) * 4 + CASE_CODES.indexOf(rule)),
    ),
    ...lookalikes.map((text) => patterned(text, LOOKALIKE, anyCase)),
    ...counterSigns.map((text) => patterned(text, entity, COUNTER_SIGN * 4 + anyCase)),
  ];
}

function patterned(text: string, entity: number, rules: number): PatternedAlias {
  const isCapital = CASE_CODES[rules & 3] !== 'any' && beginsUpper(text);
  return { text: tidied(text), pattern: foldText(text), isCapital, entity, rules };
}

/** In the place of an entity's index; all bits are set, however narrow the table is. */
const LOOKALIKE = 0xffffffff;

/** With a character for each of its pattern, so that the two can be compared side by side. */
function tidied(text: string): string {
  let kept = '';
  for (const character of text) {
    const characterClass = classOf(character.charCodeAt(0));
    if (characterClass === IGNORABLE) continue;
    if (characterClass !== SPACE) kept += character;
    else if (kept !== '' && !kept.endsWith(' ')) kept += ' ';
  }
  return kept.trimEnd();
}

function relatedOf(
  entities: readonly NamedEntity[],
): Pick<MatcherTables, 'relatedStart' | 'related'> {
  const indexes = new Map(entities.map(({ key }, index) => [key, index]));
  const lists = entities.map(({ related = [] }, self) =>
    [...new Set(related.flatMap((key) => indexes.get(key) ?? []))]
      .filter((other) => other !== self)
      .sort((a, b) => a - b),
  );
  const owners = lists.flatMap((list, owner) => list.map(() => owner));
  return {
    relatedStart: startsOf(owners, entities.length),
    related: Uint32Array.from(lists.flat()),
  };
}

interface TrieNode {
  readonly children: Map<number, TrieNode>;
  /** The one that ends here; -1 for none. */
  pattern: number;
  /** How many end here or below, and the last of these. */
  count: number;
  last: number;
}

function createNode(): TrieNode {
  return { children: new Map(), pattern: -1, count: 0, last: -1 };
}

function buildTrie(patterns: readonly string[]): TrieNode {
  const root = createNode();
  patterns.forEach((pattern, number) => {
    let node = root;
    for (let i = 0; i < pattern.length; i++) {
      const code = pattern.charCodeAt(i);
      const child = node.children.get(code) ?? createNode();
      node.children.set(code, child);
      node = child;
      node.count++;
      node.last = number;
    }
    node.pattern = number;
  });
  return root;
}

function layOut(root: TrieNode): Pick<MatcherTables, 'label' | 'firstChild' | 'pattern'> {
  const nodes: TrieNode[] = [root];
  const labels: number[] = [0];
  const firstChild: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    firstChild.push(nodes.length);
    const node = nodes[i];
    // Where a single name is left, its alias tells the rest: three nodes in four are saved so.
    if (!node || node.count === 1) continue;
    for (const [code, child] of [...node.children].sort(([a], [b]) => a - b)) {
      labels.push(code);
      nodes.push(child);
    }
  }
  firstChild.push(nodes.length);
  return {
    label: Uint16Array.from(labels),
    firstChild: narrowed(firstChild),
    // 0 stands for "no pattern ends here".
    pattern: narrowed(nodes.map(({ count, last, pattern }) => (count === 1 ? last : pattern) + 1)),
  };
}

/** As narrow as the numbers allow, since every tab holds them. */
function narrowed(numbers: ArrayLike<number>): NumberTable {
  const isNarrow = Array.from(numbers).every((number) => number <= 0xffff);
  return isNarrow ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}

/** For a sorted list of group numbers: where each group starts, with the end as a last entry. */
function startsOf(sorted: readonly number[], groups: number): Uint32Array {
  const starts = new Uint32Array(groups + 1);
  for (const group of sorted) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let i = 1; i <= groups; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  return starts;
}
