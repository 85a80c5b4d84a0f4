/**
 * Finds the names of a large list in the texts that a page's gate let through. The same rules as
 * in matcher.ts, of boundaries, case and folding, but over tables that are made to be small and
 * quick to load, not to be scanned by every page.
 */
import { toKey } from '../facts/keys';
import { isBounded } from '../text/boundary';
import {
  classOf,
  fold,
  foldText,
  HANGUL,
  IGNORABLE,
  isCombining,
  OTHER,
  SPACE,
  WORD,
} from '../text/characters';
import { roll, SEED, spread } from './hashing';
import { type Cautions, type LargeTables, slotOf, tagOf } from './large-tables';
import type { LearnedEntity } from './learned-entity';
import { type Candidate, caseFits, isBrokenLine } from './matcher';
import { CASE_CODES, STRENGTH_CODES } from './matcher-tables';
import { textAt } from './text-list';

export interface LargeMatcher {
  /**
   * Every place where an alias of the list is written; aliases by their index in the tables.
   * Whether a Chinese name cuts a longer word is left to whoever sees the whole text.
   */
  find(text: string): Candidate[];
  /** The entities of the aliases, with these aliases and no others. */
  entitiesOf(aliases: Iterable<number>): LearnedEntity[];
}

const SPACE_CODE = 0x20;

export function createLargeMatcher(tables: LargeTables): LargeMatcher {
  const { aliasRules, aliasEntity, slots, slotTags, longest } = tables;
  const aliasText = (alias: number): string => textAt(tables.aliasBytes, tables.aliasStart, alias);
  const keyOf = (entity: number): string =>
    toKey(tables.pack, textAt(tables.idBytes, tables.idStart, entity));

  function find(text: string): Candidate[] {
    const found: Candidate[] = [];
    let previous = 0;
    for (let start = 0; start < text.length; start++) {
      const characterClass = classOf(text.charCodeAt(start)) ?? OTHER;
      if (characterClass === IGNORABLE) continue;
      const isInside = characterClass <= HANGUL && characterClass === previous;
      previous = characterClass;
      if (isInside || characterClass === SPACE || characterClass === OTHER) continue;
      found.push(...walk(text, start).reverse());
    }
    return found;
  }

  /** The names that begin at `start`, the shortest first. */
  function walk(text: string, start: number): Candidate[] {
    const found: Candidate[] = [];
    let hash = SEED;
    let length = 0;
    let spaced = false;
    for (let i = start; i < text.length && length < longest; i++) {
      const raw = text.charCodeAt(i);
      const characterClass = classOf(raw);
      if (characterClass === IGNORABLE) continue;
      if (characterClass === SPACE && (spaced || isBrokenLine(text, i))) continue;
      spaced = characterClass === SPACE;
      hash = roll(hash, spaced ? SPACE_CODE : fold(raw));
      length++;
      if (spaced || !mayEnd(text, i)) continue;
      const aliases = aliasesAt(text, start, i + 1, spread(hash));
      if (aliases.length > 0) found.push(...candidatesOf(text, start, i + 1, aliases));
    }
    return found;
  }

  /** Aliases whose pattern is the text at the span. */
  function aliasesAt(text: string, start: number, end: number, hash: number): number[] {
    const aliases: number[] = [];
    const tag = tagOf(hash);
    let pattern: string | undefined;
    let slot = slotOf(hash, slots.length);
    for (let alias = slots[slot] ?? 0; alias !== 0; alias = slots[slot] ?? 0) {
      if (slotTags[slot] === tag) {
        pattern ??= foldText(withoutBrokenLines(text, start, end));
        if (foldText(aliasText(alias - 1)) === pattern) aliases.push(alias - 1);
      }
      slot = slot + 1 === slots.length ? 0 : slot + 1;
    }
    return aliases;
  }

  function candidatesOf(
    text: string,
    start: number,
    last: number,
    patterned: readonly number[],
  ): Candidate[] {
    let end = last;
    while (end < text.length && isCombining(text.charCodeAt(end))) end++;
    if (!isBounded(text, start, end)) return [];
    const aliases = patterned.filter((alias) => {
      const rule = CASE_CODES[(aliasRules[alias] ?? 0) & 3] ?? 'exact';
      return caseFits(text, start, end, aliasText(alias), rule);
    });
    return aliases.length === 0 ? [] : [{ start, end, aliases }];
  }

  function entityAt(entity: number, aliases: readonly number[]): LearnedEntity {
    const { related, relatedStart, entityLabel, entityIsPerson } = tables;
    const others = related.subarray(relatedStart[entity] ?? 0, relatedStart[entity + 1] ?? 0);
    return {
      key: keyOf(entity),
      label: aliasText(entityLabel[entity] ?? 0),
      isPerson: entityIsPerson[entity] === 1,
      related: [...others].map(keyOf),
      aliases: aliases.map((alias) => ({
        text: aliasText(alias),
        strength: STRENGTH_CODES[(aliasRules[alias] ?? 0) >> 2] ?? 'garbled',
        case: CASE_CODES[(aliasRules[alias] ?? 0) & 3] ?? 'exact',
      })),
      ...cautionsOf(tables, entity),
    };
  }

  return {
    find,
    entitiesOf(aliases) {
      const byEntity = new Map<number, number[]>();
      for (const alias of new Set(aliases)) {
        const entity = aliasEntity[alias] ?? 0;
        byEntity.set(entity, [...(byEntity.get(entity) ?? []), alias]);
      }
      return [...byEntity].map(([entity, own]) => entityAt(entity, own));
    },
  };
}

function withoutBrokenLines(text: string, start: number, end: number): string {
  let kept = '';
  for (let i = start; i < end; i++) {
    const isSpace = classOf(text.charCodeAt(i)) === SPACE;
    if (!isSpace || !isBrokenLine(text, i)) kept += text.charAt(i);
  }
  return kept;
}

const NO_CAUTIONS: Cautions = { lookalikes: [], counterSigns: [] };

function cautionsOf(tables: LargeTables, entity: number): Cautions {
  const index = placeIn(tables.cautionEntity, entity);
  if (index < 0) return NO_CAUTIONS;
  return JSON.parse(textAt(tables.cautionBytes, tables.cautionStart, index)) as Cautions;
}

/** Place of a value in a sorted array; -1 where it is not there. */
function placeIn(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value ? low : -1;
}

/** A cheap look before the boundary's own rule: a word ends with its letters, or before a plural's s. */
function mayEnd(text: string, last: number): boolean {
  if (classOf(text.charCodeAt(last)) !== WORD) return true;
  let next = last + 1;
  while (classOf(text.charCodeAt(next)) === IGNORABLE) next++;
  return classOf(text.charCodeAt(next)) !== WORD || text.charAt(next) === 's';
}
