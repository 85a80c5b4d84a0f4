/** The gate as data, and what those who build it and those who ask it must agree on. */
import * as v from 'valibot';
import { fromBase64, toBase64 } from './base64';
import { spread } from './hashing';

/**
 * What each filter holds; the order is part of the stored format. First names of one word, by how
 * these may begin.
 */
export const CAPITAL = 0;
/** A letter that may be written small or capital. */
export const ANY_CASE = 1;
/** A digit, or a letter of a script without capitals. */
export const CASELESS = 2;
export const KOREAN = 3;
export const CHINESE = 4;
/** To be added to the kind of a word: the first words of longer names. */
export const FIRST_WORDS = 5;
/** The first two words of longer names, whatever they begin with. */
export const PAIRS = 8;
export const KINDS = 9;

/** Characters of a Korean or Chinese beginning. */
export const PREFIX_CHARS = 3;

export interface NameGateBits {
  /** By what they hold; empty where there is nothing of it. */
  readonly filters: readonly Uint8Array[];
  /** Bit n: some Korean or Chinese beginning is n characters long, as its name is no longer. */
  readonly lengths: number;
  /** Length of the longest name. UTF-16 code units. */
  readonly longest: number;
}

/** Of two words that follow each other, and what stands between them. */
export function pairHash(word: number, between: number, next: number): number {
  return spread(Math.imul(word ^ (between >>> 7) ^ (between << 9), 0x9e3779b1) + next);
}

export const GATE_FORMAT = 2;

const StoredNameGateSchema = v.object({
  format: v.literal(GATE_FORMAT),
  /** Which lists it stands for. */
  identity: v.string(),
  lengths: v.number(),
  longest: v.number(),
  /** Of each filter: how many bytes. */
  sizes: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.length(KINDS)),
  /** The filters one after another, in base64. */
  bytes: v.string(),
});
export type StoredNameGate = v.InferOutput<typeof StoredNameGateSchema>;

export function encodeNameGate(gate: NameGateBits, identity: string): StoredNameGate {
  const { filters, lengths, longest } = gate;
  const bytes = new Uint8Array(filters.reduce((sum, filter) => sum + filter.length, 0));
  let offset = 0;
  for (const filter of filters) {
    bytes.set(filter, offset);
    offset += filter.length;
  }
  const sizes = filters.map((filter) => filter.length);
  return { format: GATE_FORMAT, identity, lengths, longest, sizes, bytes: toBase64(bytes) };
}

/** Null where storage holds none for these lists. */
export function decodeNameGate(stored: unknown, identity: string): NameGateBits | null {
  const parsed = v.safeParse(StoredNameGateSchema, stored);
  if (!parsed.success || parsed.output.identity !== identity) return null;
  const { lengths, longest, sizes, bytes } = parsed.output;
  try {
    const all = fromBase64(bytes);
    let offset = 0;
    const filters = sizes.map((size) => {
      const filter = all.subarray(offset, offset + size);
      offset += size;
      return filter;
    });
    return offset === all.length ? { filters, lengths, longest } : null;
  } catch {
    // Half written, or none of ours.
    return null;
  }
}
