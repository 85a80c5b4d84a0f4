/**
 * Ids made from content, so that the same list imported again gives the same ids: a readable
 * beginning where the name has Latin letters, and a hash.
 */
import { roll, SEED, spread } from '../matcher/hashing';

/** Room for the hash inside the 80 characters of an id. */
const MAX_SLUG_CHARS = 48;
const SECOND_SEED = 0x2545f491;

/** `ada-holm-1k2j3h4g5f6e7`. The parts decide alone; their order counts. */
export function stableId(name: string, ...parts: readonly string[]): string {
  const slug = slugOf(name);
  return `${slug === '' ? 'x' : slug}-${contentHash(name, ...parts)}`;
}

/** 64 bits in base 36, always 14 characters. Not secret: a hostile file can only hit itself. */
export function contentHash(...parts: readonly string[]): string {
  const [first, second] = hashPair(parts.join('\u0000'));
  return hashText(first) + hashText(second);
}

/** Two independent 32-bit hashes of a text. */
export function hashPair(text: string): readonly [number, number] {
  let first = SEED;
  let second = SECOND_SEED;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    first = roll(first, code);
    second = Math.imul(second ^ (code + 0x9e3779b9), 0x5bd1e995) ^ (second >>> 15);
  }
  return [spread(first) >>> 0, spread(second ^ text.length) >>> 0];
}

/** Lower-case words joined by hyphens; empty where nothing of the name is Latin or a digit. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG_CHARS)
    .replace(/^-+|-+$/g, '');
}

function hashText(hash: number): string {
  return hash.toString(36).padStart(7, '0');
}
