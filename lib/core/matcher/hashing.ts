/** Hashes of folded text, read one code unit at a time. 32 bits, not secret: names, not passwords. */

export const SEED = 0x811c9dc5 | 0;

/** Takes one more code unit in (FNV-1a with whole units). */
export function roll(hash: number, codeUnit: number): number {
  return Math.imul(hash ^ codeUnit, 0x01000193);
}

/** Spreads what differs over all bits; for hashes that choose a place in a table. */
export function spread(hash: number): number {
  let x = hash;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
