/**
 * A large name list as plain data, for the background alone: built once, kept in the database as
 * typed arrays, read back whole. A trie over a million names would be three times its size and
 * has to be sorted first; here a pattern is found by its hash, and only the aliases as written
 * are stored, since their folded forms can be computed for the few that are looked at.
 */
import { type EntityKey, toKey } from '../facts/keys';
import type { Alias } from '../facts/pack-schema';
import { foldText } from '../text/characters';
import { mayBeMarked, type NamedEntity } from './build-matcher';
import { roll, SEED, spread } from './hashing';
import { CASE_CODES, STRENGTH_CODES } from './matcher-tables';
import { createNumberList } from './number-list';
import { createTextList, textAt } from './text-list';

export interface LargeTables {
  /** Aliases as written. */
  readonly aliasBytes: Uint8Array;
  readonly aliasStart: Uint32Array;
  /** Of an alias: the index of its entity. */
  readonly aliasEntity: Uint32Array;
  /** Of an alias: strength code times 4 plus case code. */
  readonly aliasRules: Uint8Array;
  /** Open addressing by the pattern's hash: the alias counted from 1; 0 where the slot is free. */
  readonly slots: Uint32Array;
  /** Of a slot: eight more bits of the hash, so that few aliases are compared in vain. */
  readonly slotTags: Uint8Array;
  /** Ids of the entities inside the pack. */
  readonly idBytes: Uint8Array;
  readonly idStart: Uint32Array;
  /** Of an entity: the alias that is its label. */
  readonly entityLabel: Uint32Array;
  /** Of an entity: 1 for a person. */
  readonly entityIsPerson: Uint8Array;
  /** Entities related to entity e are related[relatedStart[e]] up to related[relatedStart[e + 1]]. */
  readonly relatedStart: Uint32Array;
  readonly related: Uint32Array;
  /** Entities that have lookalikes or counter-signs, in order; and both, as JSON. */
  readonly cautionEntity: Uint32Array;
  readonly cautionBytes: Uint8Array;
  readonly cautionStart: Uint32Array;
  readonly pack: string;
  /** Length of the longest pattern. UTF-16 code units. */
  readonly longest: number;
}

/** What keeps an entity's aliases from being marked. */
export interface Cautions {
  readonly lookalikes: string[];
  readonly counterSigns: string[];
}

export interface LargeTablesBuilder {
  /** Takes an entity of the pack in, or passes it over where it is for search only. */
  add(entity: NamedEntity): void;
  /** Aliases so far. */
  size(): number;
  /** To be called once: the builder gives away what it holds. */
  build(): LargeTables;
}

type WrittenAlias = NamedEntity['aliases'][number];

/** Slots for each alias; fuller tables are searched longer. */
const SLOTS_PER_ALIAS = 1.5;

export function createLargeTablesBuilder(pack: string): LargeTablesBuilder {
  const aliasTexts = createTextList();
  const ids = createTextList();
  const aliasEntity = createNumberList();
  const aliasRules = createNumberList();
  const hashes = createNumberList();
  const entityLabel = createNumberList();
  const entityIsPerson = createNumberList();
  /** Only of entities that have any; keys, since the related ones may come later. */
  const relatedKeys = new Map<number, readonly EntityKey[]>();
  const cautionEntity = createNumberList();
  const cautions = createTextList();
  let longest = 0;

  function addAlias({ text, strength, case: rule }: WrittenAlias, entity: number): void {
    const pattern = foldText(text);
    if (pattern === '') return;
    longest = Math.max(longest, pattern.length);
    aliasTexts.push(text);
    aliasEntity.push(entity);
    aliasRules.push(STRENGTH_CODES.indexOf(strength) * 4 + CASE_CODES.indexOf(rule));
    hashes.push(hashOf(pattern));
  }

  return {
    size: () => aliasEntity.length(),

    add(named) {
      if (!mayBeMarked(named)) return;
      const { key, label, kind, aliases, lookalikes = [], counterSigns = [], related = [] } = named;
      const entity = entityIsPerson.length();
      ids.push(key.slice(pack.length + 1));
      entityIsPerson.push(kind === 'person' ? 1 : 0);
      if (related.length > 0) relatedKeys.set(entity, related);
      if (lookalikes.length + counterSigns.length > 0) {
        cautionEntity.push(entity);
        cautions.push(JSON.stringify({ lookalikes, counterSigns }));
      }
      let labelAlias = aliasEntity.length();
      for (const alias of aliases) {
        if (alias.text === label) labelAlias = aliasEntity.length();
        addAlias(alias, entity);
      }
      entityLabel.push(labelAlias);
    },

    build() {
      const texts = aliasTexts.take();
      const { bytes: idBytes, starts: idStart } = ids.take();
      const careful = cautions.take();
      return {
        aliasBytes: texts.bytes,
        aliasStart: texts.starts,
        aliasEntity: aliasEntity.take(),
        aliasRules: aliasRules.takeBytes(),
        ...slotsOf(hashes.take()),
        ...{ idBytes, idStart },
        entityLabel: entityLabel.take(),
        entityIsPerson: entityIsPerson.takeBytes(),
        ...relatedOf(relatedKeys, pack, idBytes, idStart),
        cautionEntity: cautionEntity.take(),
        cautionBytes: careful.bytes,
        cautionStart: careful.starts,
        ...{ pack, longest },
      };
    },
  };
}

/** The hash under which a folded text is filed. */
export function hashOf(pattern: string): number {
  let hash = SEED;
  for (let i = 0; i < pattern.length; i++) hash = roll(hash, pattern.charCodeAt(i));
  return spread(hash);
}

/** Where the search for a hash begins; it goes on upwards, and from the end to the beginning. */
export function slotOf(hash: number, slots: number): number {
  return Math.floor(((hash >>> 0) / 0x1_0000_0000) * slots);
}

/** The low bits, as the high ones have chosen the slot. */
export function tagOf(hash: number): number {
  return hash & 0xff;
}

/** All aliases, one after another. */
export function* aliasesIn({
  aliasBytes,
  aliasStart,
  aliasRules,
}: LargeTables): Generator<Pick<Alias, 'text' | 'case'>> {
  for (let alias = 0; alias < aliasRules.length; alias++) {
    const rule = CASE_CODES[(aliasRules[alias] ?? 0) & 3] ?? 'any';
    yield { text: textAt(aliasBytes, aliasStart, alias), case: rule };
  }
}

function slotsOf(hashes: Uint32Array): Pick<LargeTables, 'slots' | 'slotTags'> {
  const size = Math.ceil(hashes.length * SLOTS_PER_ALIAS) + 1;
  const slots = new Uint32Array(size);
  const slotTags = new Uint8Array(size);
  hashes.forEach((hash, alias) => {
    let slot = slotOf(hash, size);
    while (slots[slot] !== 0) slot = slot + 1 === size ? 0 : slot + 1;
    slots[slot] = alias + 1;
    slotTags[slot] = tagOf(hash);
  });
  return { slots, slotTags };
}

function relatedOf(
  keys: ReadonlyMap<number, readonly EntityKey[]>,
  pack: string,
  idBytes: Uint8Array,
  idStart: Uint32Array,
): Pick<LargeTables, 'relatedStart' | 'related'> {
  const none = new Uint32Array(0);
  if (keys.size === 0) return { relatedStart: none, related: none };
  const entities = idStart.length - 1;
  const indexes = new Map<EntityKey, number>();
  for (let entity = 0; entity < entities; entity++) {
    indexes.set(toKey(pack, textAt(idBytes, idStart, entity)), entity);
  }
  const relatedStart = new Uint32Array(entities + 1);
  const related = createNumberList();
  for (let entity = 0; entity < entities; entity++) {
    for (const key of new Set(keys.get(entity) ?? [])) {
      const other = indexes.get(key);
      if (other !== undefined && other !== entity) related.push(other);
    }
    relatedStart[entity + 1] = related.length();
  }
  return { relatedStart, related: related.take() };
}
