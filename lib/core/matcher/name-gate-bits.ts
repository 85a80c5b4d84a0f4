/** The gate as data, and what those who build it and those who ask it must agree on. */
import * as v from 'valibot';
import { fromBase64, toBase64 } from './base64';
import { spread } from './hashing';

/** How a name may begin. The order is part of the stored format. */
export const CAPITAL = 0;
/** A letter that may be written small or capital. */
export const ANY_CASE = 1;
/** A digit, or a letter of a script without capitals. */
export const CASELESS = 2;
export const KOREAN = 3;
export const CHINESE = 4;
export const KINDS = 5;

/** Characters of a Korean or Chinese beginning. */
export const PREFIX_CHARS = 3;

export interface NameGateBits {
  /** By kind of beginning; empty where no name begins so. */
  readonly filters: readonly Uint32Array[];
  /** Bit n: some Korean or Chinese beginning is n characters long, as its name is no longer. */
  readonly lengths: number;
  /** Length of the longest name. UTF-16 code units. */
  readonly longest: number;
}

/** Of two words that follow each other, and what stands between them. */
export function pairHash(word: number, between: number, next: number): number {
  return spread(Math.imul(word ^ (between >>> 7) ^ (between << 9), 0x9e3779b1) + next);
}

const FORMAT = 1;

const StoredNameGateSchema = v.object({
  format: v.literal(FORMAT),
  /** Which lists it stands for. */
  identity: v.string(),
  lengths: v.number(),
  longest: v.number(),
  /** Of each filter: how many words of 32 bits. */
  sizes: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.length(KINDS)),
  /** The filters one after another, in base64. */
  bytes: v.string(),
});
export type StoredNameGate = v.InferOutput<typeof StoredNameGateSchema>;

export function encodeNameGate(gate: NameGateBits, identity: string): StoredNameGate {
  const { filters, lengths, longest } = gate;
  const bytes = new Uint8Array(filters.reduce((sum, filter) => sum + filter.byteLength, 0));
  let offset = 0;
  for (const filter of filters) {
    bytes.set(new Uint8Array(filter.buffer, filter.byteOffset, filter.byteLength), offset);
    offset += filter.byteLength;
  }
  const sizes = filters.map((filter) => filter.length);
  return { format: FORMAT, identity, lengths, longest, sizes, bytes: toBase64(bytes) };
}

/** Null where storage holds none for these lists. */
export function decodeNameGate(stored: unknown, identity: string): NameGateBits | null {
  const parsed = v.safeParse(StoredNameGateSchema, stored);
  if (!parsed.success || parsed.output.identity !== identity) return null;
  const { lengths, longest, sizes, bytes } = parsed.output;
  try {
    const { buffer } = fromBase64(bytes);
    let offset = 0;
    const filters = sizes.map((size) => {
      const filter = new Uint32Array(buffer, offset, size);
      offset += filter.byteLength;
      return filter;
    });
    return offset === buffer.byteLength ? { filters, lengths, longest } : null;
  } catch {
    // Half written, or none of ours.
    return null;
  }
}
