/**
 * Search in packs that are too large to be held in memory: the index of names narrows them to a
 * few hundred, which are then ranked like all others.
 */
import type { SearchRows } from '../core/search/search-documents';
import { foldText } from '../core/text/characters';
import { ClaimRowSchema, EntityRowSchema, type FactDb } from './fact-db';
import type { InstalledPack } from './pack-registry';
import { storeOfRow } from './pack-store';
import { keysOfBeginning } from './term-index';
import { validRows } from './valid-rows';

/** Of one beginning; so many are read and ranked within a keystroke. */
const MAX_BEGINNING = 120;
const MAX_CANDIDATES = 300;
const MAX_WORDS = 4;
/** With so few found, the end of each word is taken for misspelt. */
const FEW = 10;
const MIN_BEGINNING = 3;
const MAX_CUT = 3;

/** Rows of names that begin like the query or one of its words, with the claims about them. */
export async function readSearchCandidates(
  db: FactDb,
  packs: readonly InstalledPack[],
  query: string,
): Promise<SearchRows> {
  const folded = foldText(query);
  if (folded === '') return { entities: [], claims: [] };
  const found = await Promise.all(
    packs.map(async (pack) => {
      const store = await storeOfRow(db, pack);
      const keys = await candidateKeys(store, pack.id, folded);
      const entities = validRows(EntityRowSchema, await store.entities.bulkGet(keys)).filter(
        (row) => row.pack === pack.id,
      );
      const claims =
        pack.counts.claims === 0
          ? []
          : validRows(
              ClaimRowSchema,
              await store.claims.where('entities').anyOf(keys).distinct().toArray(),
            );
      return { entities, claims };
    }),
  );
  return {
    entities: found.flatMap(({ entities }) => entities),
    claims: found.flatMap(({ claims }) => claims),
  };
}

async function candidateKeys(store: FactDb, pack: string, folded: string): Promise<string[]> {
  const words = folded.split(' ').slice(0, MAX_WORDS);
  const keys = new Set<string>();
  const take = async (beginnings: readonly string[]): Promise<void> => {
    const found = await Promise.all(
      [...new Set(beginnings)].map((beginning) =>
        keysOfBeginning(store, pack, beginning, MAX_BEGINNING),
      ),
    );
    for (const key of found.flat()) if (keys.size < MAX_CANDIDATES) keys.add(key);
  };
  await take([folded]);
  if (words.length > 1) await take(words);
  for (let cut = 1; keys.size < FEW && cut <= MAX_CUT; cut++) {
    const shorter = words.map((word) => word.slice(0, Math.max(MIN_BEGINNING, word.length - cut)));
    await take(shorter);
  }
  return [...keys];
}
