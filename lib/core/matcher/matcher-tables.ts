/**
 * The matcher as plain data: built once per change of the fact base, stored, read by every page.
 */
import * as v from 'valibot';
import type { Alias } from '../facts/pack-schema';

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

type Arrays = Omit<MatcherTables, 'aliasText' | 'entityKeys' | 'entityLabels'>;

/** As stored: JSON-safe, since not every browser keeps typed arrays in extension storage. */
const StoredMatcherSchema = v.object({
  format: v.literal(FORMAT),
  /** Lengths in bytes of the typed arrays. */
  lengths: v.pipe(v.array(v.number()), v.length(ARRAYS.length)),
  /** The typed arrays' bytes one after another, in base64. */
  bytes: v.string(),
  aliasText: v.array(v.string()),
  entityKeys: v.array(v.string()),
  entityLabels: v.array(v.string()),
});
export type StoredMatcher = v.InferOutput<typeof StoredMatcherSchema>;

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
  };
}

/** Null where storage holds nothing, or nothing of this format. */
export function decodeMatcher(stored: unknown): MatcherTables | null {
  const parsed = v.safeParse(StoredMatcherSchema, stored);
  if (!parsed.success) return null;
  const { lengths, bytes, aliasText, entityKeys, entityLabels } = parsed.output;
  try {
    return { ...toArrays(fromBase64(bytes), lengths), aliasText, entityKeys, entityLabels };
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

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(binary);
}

function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}
