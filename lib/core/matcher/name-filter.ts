/**
 * A set of hashes that now and then takes a stranger for its own, and never forgets: a Bloom
 * filter in blocks, so that one look costs one cache line.
 */
import { spread } from './hashing';

/**
 * With 5 bits set for a name, one beginning in two hundred passes by chance. Bits are memory in
 * every tab, and what passes is work there and in the background: with 9 bits three times as much.
 */
const BITS_PER_NAME = 12;
const PROBES = 5;
/** A block is one cache line: 16 words of 32 bits. */
const BLOCK_WORDS = 16;
const BLOCK_BITS = BLOCK_WORDS * 32;

/** An empty filter for so many hashes. */
export function createFilter(count: number): Uint32Array {
  return new Uint32Array(Math.ceil((count * BITS_PER_NAME) / BLOCK_BITS) * BLOCK_WORDS);
}

export function setBits(filter: Uint32Array, hash: number): void {
  const first = blockOf(filter, hash);
  let bits = spread(hash);
  for (let probe = 0; probe < PROBES; probe++) {
    const word = first + ((bits >>> 5) & (BLOCK_WORDS - 1));
    filter[word] = (filter[word] ?? 0) | (1 << (bits & 31));
    bits = nextBits(bits);
  }
}

export function hasBits(filter: Uint32Array, hash: number): boolean {
  if (filter.length === 0) return false;
  const first = blockOf(filter, hash);
  let bits = spread(hash);
  for (let probe = 0; probe < PROBES; probe++) {
    const word = filter[first + ((bits >>> 5) & (BLOCK_WORDS - 1))] as number;
    if ((word & (1 << (bits & 31))) === 0) return false;
    bits = nextBits(bits);
  }
  return true;
}

/** Nine fresh bits at the bottom. */
function nextBits(bits: number): number {
  return Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d) + 0x297a2d39;
}

function blockOf(filter: Uint32Array, hash: number): number {
  const blocks = filter.length / BLOCK_WORDS;
  return Math.floor(((hash >>> 0) / 0x1_0000_0000) * blocks) * BLOCK_WORDS;
}
