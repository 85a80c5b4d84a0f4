/**
 * A set of hashes that now and then takes a stranger for its own, and never forgets: a binary
 * fuse filter (Graf and Lemire, "Binary Fuse Filters: Fast and Smaller Than Xor Filters", 2022).
 * Each hash has three places near each other, and the numbers there, XORed, are its fingerprint.
 *
 * Bits are memory in every tab, and what passes by chance is work there and in the background: in
 * the bits of this filter a Bloom filter would let two to three times as many strangers pass.
 */
import { spread } from './hashing';

/** How the bytes begin: width, segmentBits, seed and, in two bytes, segments of the layout. */
const HEADER_BYTES = 5;
/** Fingerprints are read two bytes at a time. */
const SPARE_BYTES = 1;
/** A place inside a segment is told by 16 bits of a hash. */
const MAX_SEGMENT_BITS = 16;
/** One try in a few fails, more often with a handful of hashes. */
const SEEDS = 256;

/** Where a filter looks, and how wide what it finds there is. */
interface Layout {
  /** Of a fingerprint, in bits. */
  readonly width: number;
  readonly seed: number;
  readonly segmentBits: number;
  /** Segments in which a hash's first place may be; the other two are in the next segments. */
  readonly segments: number;
}

/** Places of a hash: which three, and the fingerprint that stands there. */
interface Places {
  first: number;
  second: number;
  third: number;
  fingerprint: number;
}

function placesOf(hash: number, layout: Layout, into: Places): void {
  const { segmentBits, segments, seed, width } = layout;
  const size = 1 << segmentBits;
  const one = spread(hash + Math.imul(seed, 0x9e3779b1));
  const two = spread(one + 0x7f4a7c15);
  const first = Math.floor(((one >>> 0) / 0x1_0000_0000) * segments * size);
  into.first = first;
  into.second = (first + size) ^ (two & (size - 1));
  into.third = (first + 2 * size) ^ ((two >>> 16) & (size - 1));
  into.fingerprint = (Math.imul(two, 0x2c1b3c6d) >>> 7) & ((1 << width) - 1);
}

/**
 * A filter for these hashes. One stranger in 2 to the power of `width` (at most 8) passes, and a
 * hash takes 1.13 times as many bits, in short lists more. Without any hash it is empty.
 */
export function buildFilter(hashes: Uint32Array, width: number): Uint8Array {
  const distinct = withoutRepeats(hashes);
  if (distinct.length === 0) return new Uint8Array(0);
  for (let seed = 0; seed < SEEDS; seed++) {
    const layout = { ...shapeFor(distinct.length), width, seed };
    const order = peel(distinct, layout);
    if (order) return fill(order, distinct, layout);
  }
  throw new Error(`no filter could be built for ${distinct.length} names`);
}

/** The look into a filter. What a filter was built for is always in it. */
export function openFilter(filter: Uint8Array): (hash: number) => boolean {
  if (filter.length === 0) return () => false;
  const [width = 0, segmentBits = 0, seed = 0, low = 0, high = 0] = filter;
  const layout = { width, segmentBits, seed, segments: low | (high << 8) };
  const places: Places = { first: 0, second: 0, third: 0, fingerprint: 0 };
  return (hash) => {
    placesOf(hash, layout, places);
    const { first, second, third, fingerprint } = places;
    return (
      read(
        filter,
        first,
        width,
        read(filter, second, width, read(filter, third, width, fingerprint)),
      ) === 0
    );
  };
}

/** `before` XORed with the number that stands at a place. */
function read(filter: Uint8Array, place: number, width: number, before: number): number {
  const bit = place * width;
  const byte = HEADER_BYTES + (bit >>> 3);
  const both = (filter[byte] as number) | ((filter[byte + 1] as number) << 8);
  return before ^ ((both >>> (bit & 7)) & ((1 << width) - 1));
}

function write(filter: Uint8Array, place: number, width: number, value: number): void {
  const bit = place * width;
  const byte = HEADER_BYTES + (bit >>> 3);
  const both = value << (bit & 7);
  filter[byte] = (filter[byte] ?? 0) | (both & 0xff);
  filter[byte + 1] = (filter[byte + 1] ?? 0) | (both >>> 8);
}

function withoutRepeats(hashes: Uint32Array): Uint32Array {
  const sorted = hashes.slice().sort();
  return sorted.filter((hash, i) => i === 0 || hash !== sorted[i - 1]);
}

/** By the paper's rule for three places. */
function shapeFor(count: number): Pick<Layout, 'segmentBits' | 'segments'> {
  const best = Math.floor(Math.log(count) / Math.log(3.33) + 2.25);
  const segmentBits = Math.min(MAX_SEGMENT_BITS, best);
  const perHash =
    count === 1 ? 4 : Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(count));
  const segments = Math.max(1, Math.ceil((count * perHash) / 2 ** segmentBits) - 2);
  return { segmentBits, segments };
}

/** Indexes of hashes with the place that each has for itself once those before are gone. */
interface Order {
  readonly hashes: Uint32Array;
  readonly places: Uint32Array;
}

/** Takes away, again and again, a hash that is alone at one of its places; null where that ends early. */
function peel(hashes: Uint32Array, layout: Layout): Order | null {
  const slots = (layout.segments + 2) << layout.segmentBits;
  const counts = new Uint32Array(slots);
  /** All indexes at a place XORed: of one alone, the index. */
  const mixed = new Uint32Array(slots);
  const at: Places = { first: 0, second: 0, third: 0, fingerprint: 0 };
  const toggle = (place: number, index: number, change: number): void => {
    counts[place] = (counts[place] ?? 0) + change;
    mixed[place] = (mixed[place] ?? 0) ^ index;
  };
  const toggleAll = (index: number, change: number): void => {
    placesOf(hashes[index] ?? 0, layout, at);
    toggle(at.first, index, change);
    toggle(at.second, index, change);
    toggle(at.third, index, change);
  };
  for (let index = 0; index < hashes.length; index++) toggleAll(index, 1);
  const waiting: number[] = [];
  for (let place = 0; place < slots; place++) if (counts[place] === 1) waiting.push(place);
  const order = { hashes: new Uint32Array(hashes.length), places: new Uint32Array(hashes.length) };
  let taken = 0;
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (counts[place] !== 1) continue;
    const index = mixed[place] ?? 0;
    order.hashes[taken] = index;
    order.places[taken++] = place;
    toggleAll(index, -1);
    for (const other of [at.first, at.second, at.third]) {
      if (counts[other] === 1) waiting.push(other);
    }
  }
  return taken === hashes.length ? order : null;
}

/** From the last one taken away to the first, so that each finds its own place still free. */
function fill(order: Order, hashes: Uint32Array, layout: Layout): Uint8Array {
  const { width, segmentBits, seed, segments } = layout;
  const slots = (segments + 2) << segmentBits;
  const filter = new Uint8Array(HEADER_BYTES + Math.ceil((slots * width) / 8) + SPARE_BYTES);
  filter.set([width, segmentBits, seed, segments & 0xff, segments >>> 8]);
  const at: Places = { first: 0, second: 0, third: 0, fingerprint: 0 };
  for (let i = hashes.length - 1; i >= 0; i--) {
    placesOf(hashes[order.hashes[i] ?? 0] ?? 0, layout, at);
    let value = at.fingerprint;
    for (const place of [at.first, at.second, at.third]) value = read(filter, place, width, value);
    write(filter, order.places[i] ?? 0, width, value);
  }
  return filter;
}
