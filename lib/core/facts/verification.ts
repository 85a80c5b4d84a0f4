import type { Source } from './pack-schema';

/**
 * How a pack came into the fact base. "bundled": the build checked it and the extension brought
 * it; "own": the reader clipped its excerpts from pages; "imported": somebody else made it.
 */
export const PACK_ORIGINS = ['bundled', 'own', 'imported'] as const;
export type PackOrigin = (typeof PACK_ORIGINS)[number];

/** What an excerpt was compared with; "nothing" means that it is as the pack gives it. */
export type CheckedAgainst = 'stored-text' | 'clipped-page' | 'nothing';

/**
 * The sign that an excerpt is verbatim stands only where we have seen the text ourselves. A hash
 * in somebody else's pack proves nothing, since its text is not here to be compared.
 */
export function checkedAgainst(origin: PackOrigin, source: Source | undefined): CheckedAgainst {
  if (!source) return 'nothing';
  if (origin === 'own') return 'clipped-page';
  const isStored = source.file !== undefined && source.sha256 !== undefined;
  return origin === 'bundled' && isStored ? 'stored-text' : 'nothing';
}
