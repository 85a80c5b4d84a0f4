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

/** In the place of an entity's index: a form that means none of ours. */
export const LOOKALIKE = 0xffffffff;

export interface MatcherTables {
  /** Of trie node n (0 is the root): the folded code unit that leads to it. */
  readonly label: Uint16Array;
  /** Children of node n are the nodes from firstChild[n] up to firstChild[n + 1]. */
  readonly firstChild: Uint32Array;
  /** The pattern that ends at node n, counted from 1; 0 for none. */
  readonly pattern: Uint32Array;
  /** Aliases of pattern p (from 0) are those from aliasStart[p] up to aliasStart[p + 1]. */
  readonly aliasStart: Uint32Array;
  /** Of an alias: the index of its entity, or LOOKALIKE. */
  readonly aliasEntity: Uint32Array;
  /** Of an alias: strength code (or COUNTER_SIGN) times 4 plus case code. */
  readonly aliasRules: Uint8Array;
  /** Of an entity: 1 for a person, whose short names are other people's surnames too. */
  readonly entityIsPerson: Uint8Array;
  /** Entities related to entity e are related[relatedStart[e]] up to related[relatedStart[e + 1]]. */
  readonly relatedStart: Uint32Array;
  readonly related: Uint32Array;
  /** Of an alias: as written in the pack. */
  readonly aliasText: readonly string[];
  readonly entityKeys: readonly string[];
  readonly entityLabels: readonly string[];
  /** Names the gate to those names that are too many to be here; absent where all are. */
  readonly gate?: string;
}

const FORMAT = 2;

/** The order is part of the stored format. */
const ARRAYS = [
  ['label', Uint16Array],
  ['firstChild', Uint32Array],
  ['pattern', Uint32Array],
  ['aliasStart', Uint32Array],
  ['aliasEntity', Uint32Array],
  ['aliasRules', Uint8Array],
  ['entityIsPerson', Uint8Array],
  ['relatedStart', Uint32Array],
  ['related', Uint32Array],
] as const;

type Arrays = Omit<MatcherTables, 'aliasText' | 'entityKeys' | 'entityLabels' | 'gate'>;

/** As stored: JSON-safe, since not every browser keeps typed arrays in extension storage. */
export interface StoredMatcher {
  readonly format: typeof FORMAT;
  /** Lengths in bytes of the typed arrays. */
  readonly lengths: readonly number[];
  /** The typed arrays' bytes one after another, in base64. */
  readonly bytes: string;
  readonly aliasText: readonly string[];
  readonly entityKeys: readonly string[];
  readonly entityLabels: readonly string[];
  readonly gate?: string;
}

/** By hand, not by a schema library: every page carries this. */
function isStoredMatcher(value: unknown): value is StoredMatcher {
  if (!isObject(value) || value['format'] !== FORMAT) return false;
  const { lengths, bytes, aliasText, entityKeys, entityLabels, gate } = value;
  return (
    isArrayOf('number', lengths) &&
    lengths.length === ARRAYS.length &&
    typeof bytes === 'string' &&
    [aliasText, entityKeys, entityLabels].every((list) => isArrayOf('string', list)) &&
    (gate === undefined || typeof gate === 'string')
  );
}

function isArrayOf(type: 'number' | 'string', value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((item) => typeof item === type);
}

const ALIGNMENT = 4;

export function encodeMatcher(tables: MatcherTables): StoredMatcher {
  const arrays = ARRAYS.map(([name]) => tables[name]);
  const bytes = new Uint8Array(arrays.reduce((sum, array) => sum + aligned(array.byteLength), 0));
  let offset = 0;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += aligned(array.byteLength);
  }
  return {
    format: FORMAT,
    lengths: arrays.map((array) => array.byteLength),
    bytes: toBase64(bytes),
    aliasText: [...tables.aliasText],
    entityKeys: [...tables.entityKeys],
    entityLabels: [...tables.entityLabels],
    ...(tables.gate !== undefined && { gate: tables.gate }),
  };
}

/** Null where storage holds nothing, or nothing of this format. */
export function decodeMatcher(stored: unknown): MatcherTables | null {
  if (!isStoredMatcher(stored)) return null;
  const { lengths, bytes, aliasText, entityKeys, entityLabels, gate } = stored;
  try {
    return {
      ...toArrays(fromBase64(bytes).buffer, lengths),
      aliasText,
      entityKeys,
      entityLabels,
      ...(gate !== undefined && { gate }),
    };
  } catch {
    // The lengths do not fit the bytes: a half-written or foreign value.
    return null;
  }
}

function toArrays(buffer: ArrayBuffer, lengths: readonly number[]): Arrays {
  let offset = 0;
  const entries = ARRAYS.map(([name, TypedArray], i) => {
    const length = lengths[i] ?? 0;
    const array = new TypedArray(buffer, offset, length / TypedArray.BYTES_PER_ELEMENT);
    offset += aligned(length);
    return [name, array];
  });
  return Object.fromEntries(entries) as Arrays;
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
