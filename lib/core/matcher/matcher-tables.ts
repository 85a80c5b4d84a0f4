/**
 * The matcher as plain data: built once per change of the fact base, stored, read by every page.
 */
import type { Alias } from '../facts/pack-schema';
import { isObject } from '../is-object';
import { fromBase64, toBase64 } from './base64';

/** The order is part of the stored format. */
export const STRENGTH_CODES: readonly Alias['strength'][] = ['strong', 'weak', 'garbled'];
export const CASE_CODES: readonly Alias['case'][] = ['any', 'initial', 'exact'];

/** In the place of a strength code: a word that speaks against its entity. */
export const COUNTER_SIGN = 3;

/** Its short names are other people's surnames too. */
export const PERSON = 1;
/** A concept, event or law: its short names are ordinary words in every language. */
export const THEME = 2;

/** Only as wide as its numbers ask for. */
export type NumberTable = Uint16Array | Uint32Array;

export interface MatcherTables {
  /** Of trie node n (0 is the root): the folded code unit that leads to it. */
  readonly label: Uint16Array;
  /** Children of node n are the nodes from firstChild[n] up to firstChild[n + 1]. */
  readonly firstChild: NumberTable;
  /**
   * The pattern that ends at node n, counted from 1; 0 for none. At a node without children it is
   * the only one left, and may be longer than the way there: its alias tells the rest.
   */
  readonly pattern: NumberTable;
  /** Aliases of pattern p (from 0) are those from aliasStart[p] up to aliasStart[p + 1]. */
  readonly aliasStart: NumberTable;
  /** Of an alias: the index of its entity; one that no entity has, where it means none of ours. */
  readonly aliasEntity: NumberTable;
  /** Of an alias: strength code (or COUNTER_SIGN) times 4 plus case code. */
  readonly aliasRules: Uint8Array;
  /** Of an entity: PERSON, THEME, or 0 for the rest. */
  readonly entityClass: Uint8Array;
  /** Entities related to entity e are related[relatedStart[e]] up to related[relatedStart[e + 1]]. */
  readonly relatedStart: Uint32Array;
  readonly related: Uint32Array;
  /** Bits for how aliases begin; see beginning-gate.ts. */
  readonly beginnings: Uint32Array;
  /** Of an alias: as written in the pack, without invisible characters, and with single spaces. */
  readonly aliasText: readonly string[];
  readonly entityKeys: readonly string[];
  readonly entityLabels: readonly string[];
  /** Names the gate to those names that are too many to be here; absent where all are. */
  readonly gate?: string;
  /** Packs whose names are explained and not painted, since a page can read what is painted. */
  readonly discreet?: readonly string[];
}

export const MATCHER_FORMAT = 3;

/** The order is part of the stored format. */
const ARRAYS = [
  'label',
  'firstChild',
  'pattern',
  'aliasStart',
  'aliasEntity',
  'aliasRules',
  'entityClass',
  'relatedStart',
  'related',
  'beginnings',
] as const;

/** By bytes of an element. */
const ARRAY_TYPES: Readonly<
  Record<number, typeof Uint8Array | typeof Uint16Array | typeof Uint32Array>
> = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array };

type Arrays = Omit<
  MatcherTables,
  'aliasText' | 'entityKeys' | 'entityLabels' | 'gate' | 'discreet'
>;

/** As stored: JSON-safe, since not every browser keeps typed arrays in extension storage. */
export interface StoredMatcher {
  readonly format: typeof MATCHER_FORMAT;
  /** Of each typed array: bytes of an element, and how many elements. */
  readonly sizes: readonly number[];
  /** The typed arrays' bytes one after another, in base64. */
  readonly bytes: string;
  readonly aliasText: readonly string[];
  readonly entityKeys: readonly string[];
  readonly entityLabels: readonly string[];
  readonly gate?: string;
  readonly discreet?: readonly string[];
}

/** By hand, not by a schema library: every page carries this. */
function isStoredMatcher(value: unknown): value is StoredMatcher {
  if (!isObject(value) || value['format'] !== MATCHER_FORMAT) return false;
  const { sizes, bytes, aliasText, entityKeys, entityLabels, gate, discreet = [] } = value;
  return (
    isArrayOf('number', sizes) &&
    sizes.length === 2 * ARRAYS.length &&
    typeof bytes === 'string' &&
    [aliasText, entityKeys, entityLabels, discreet].every((list) => isArrayOf('string', list)) &&
    (gate === undefined || typeof gate === 'string')
  );
}

function isArrayOf(type: 'number' | 'string', value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((item) => typeof item === type);
}

const ALIGNMENT = 4;

export function encodeMatcher(tables: MatcherTables): StoredMatcher {
  const arrays = ARRAYS.map((name) => tables[name]);
  const bytes = new Uint8Array(arrays.reduce((sum, array) => sum + aligned(array.byteLength), 0));
  let offset = 0;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += aligned(array.byteLength);
  }
  return {
    format: MATCHER_FORMAT,
    sizes: arrays.flatMap((array) => [array.BYTES_PER_ELEMENT, array.length]),
    bytes: toBase64(bytes),
    aliasText: [...tables.aliasText],
    entityKeys: [...tables.entityKeys],
    entityLabels: [...tables.entityLabels],
    ...(tables.gate !== undefined && { gate: tables.gate }),
    ...(tables.discreet && { discreet: [...tables.discreet] }),
  };
}

/** Null where storage holds nothing, or nothing of this format. */
export function decodeMatcher(stored: unknown): MatcherTables | null {
  if (!isStoredMatcher(stored)) return null;
  const { format: _, sizes, bytes, ...rest } = stored;
  try {
    return { ...rest, ...toArrays(fromBase64(bytes).buffer, sizes) };
  } catch {
    // The sizes do not fit the bytes: a half-written or foreign value.
    return null;
  }
}

function toArrays(buffer: ArrayBuffer, sizes: readonly number[]): Arrays {
  let offset = 0;
  const entries = ARRAYS.map((name, i) => {
    const TypedArray = ARRAY_TYPES[sizes[2 * i] ?? 0] ?? Uint8Array;
    const array = new TypedArray(buffer, offset, sizes[2 * i + 1]);
    offset += aligned(array.byteLength);
    return [name, array];
  });
  return Object.fromEntries(entries) as Arrays;
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
