/**
 * SHA-256 of bytes that come in pieces. The browser's own digest wants them all at once, which a
 * list of a gigabyte cannot be. https://csrc.nist.gov/pubs/fips/180-4/upd1/final
 */
export interface Sha256 {
  push(bytes: Uint8Array): void;
  /** In lower-case hexadecimal. Nothing can be pushed afterwards. */
  end(): string;
}

const BLOCK_BYTES = 64;
const LENGTH_BYTES = 8;

export function createSha256(): Sha256 {
  const state = Uint32Array.from(FIRST_STATE);
  const words = new Uint32Array(BLOCK_BYTES);
  const rest = new Uint8Array(BLOCK_BYTES);
  let restLength = 0;
  let total = 0;

  function push(bytes: Uint8Array): void {
    total += bytes.length;
    let at = 0;
    if (restLength > 0) {
      at = Math.min(BLOCK_BYTES - restLength, bytes.length);
      rest.set(bytes.subarray(0, at), restLength);
      restLength += at;
      if (restLength < BLOCK_BYTES) return;
      mixBlock(state, words, rest, 0);
      restLength = 0;
    }
    for (; at + BLOCK_BYTES <= bytes.length; at += BLOCK_BYTES) mixBlock(state, words, bytes, at);
    rest.set(bytes.subarray(at));
    restLength = bytes.length - at;
  }

  return {
    push,
    end() {
      const bits = total * 8;
      const zeros = (2 * BLOCK_BYTES - 1 - LENGTH_BYTES - restLength) % BLOCK_BYTES;
      const padding = new Uint8Array(1 + zeros + LENGTH_BYTES);
      padding[0] = 0x80;
      const view = new DataView(padding.buffer);
      view.setUint32(1 + zeros, Math.floor(bits / 2 ** 32));
      view.setUint32(5 + zeros, bits >>> 0);
      push(padding);
      return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
    },
  };
}

/** The first 32 bits of the fractional parts of the roots of the first primes. */
const PRIMES = firstPrimes(BLOCK_BYTES);
const FIRST_STATE = PRIMES.slice(0, 8).map((prime) => fraction(prime ** (1 / 2)));
const ROUND_WORDS = Uint32Array.from(PRIMES, (prime) => fraction(prime ** (1 / 3)));

function mixBlock(state: Uint32Array, w: Uint32Array, bytes: Uint8Array, at: number): void {
  for (let i = 0; i < 16; i++) {
    const byte = at + i * 4;
    w[i] =
      ((bytes[byte] ?? 0) << 24) |
      ((bytes[byte + 1] ?? 0) << 16) |
      ((bytes[byte + 2] ?? 0) << 8) |
      (bytes[byte + 3] ?? 0);
  }
  for (let i = 16; i < 64; i++) {
    const [x, y] = [w[i - 15] ?? 0, w[i - 2] ?? 0];
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    w[i] = (w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND_WORDS[i] ?? 0) + (w[i] ?? 0)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0) + word;
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number++) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}
