/**
 * By what words the entities of an imported pack are found: its terms in order, some hundred in a
 * row of their own. An index of the browser does the same an entry at a time, which for a million
 * names takes more than ten times as long and most of an hour on a slow machine. Rows that the
 * reader has edited are in the browser's index as well, so who asks looks into both.
 */
import { toKey } from '../core/facts/keys';
import type { Entity } from '../core/facts/pack-schema';
import { entityIndexFields } from './entity-index';
import type { FactDb, TermKey, TermRow } from './fact-db';

/** Rows that are read at once. */
const ROWS = 4;

/** One ordered list for both: a letter tells them apart. */
export function nameTerm(folded: string): string {
  return `n${folded}`;
}

export function identifierTerm(identifier: string): string {
  return `i${identifier}`;
}

export function termsOf(entity: Entity): string[] {
  const { names, identifiers } = entityIndexFields(entity);
  return [...names.map(nameTerm), ...identifiers.map(identifierTerm)];
}

/** Keys of at most so many entities with a name of this beginning; those that were edited first. */
export async function keysOfBeginning(
  store: FactDb,
  pack: string,
  beginning: string,
  limit: number,
): Promise<string[]> {
  const [indexed, listed] = await Promise.all([
    store.entities.where('names').startsWith(beginning).limit(limit).primaryKeys(),
    idsOf(store, nameTerm(beginning), (term, sought) => term.startsWith(sought), limit),
  ]);
  return [...new Set([...indexed, ...listed.map((id) => toKey(pack, id))])].slice(0, limit);
}

/** Keys of entities with one of these names or identifiers, at most so many of each. */
export async function keysOfTerms(
  store: FactDb,
  pack: string,
  { names, identifiers }: { names: readonly string[]; identifiers: readonly string[] },
  limit: number,
): Promise<string[]> {
  const terms = [...names.map(nameTerm), ...identifiers.map(identifierTerm)];
  const isSame = (term: string, sought: string): boolean => term === sought;
  const [ofNames, ofIdentifiers, ...listed] = await Promise.all([
    store.entities.where('names').anyOf(names).limit(limit).primaryKeys(),
    store.entities.where('identifiers').anyOf(identifiers).limit(limit).primaryKeys(),
    ...terms.map((term) => idsOf(store, term, isSame, limit)),
  ]);
  const keys = listed.flat().map((id) => toKey(pack, id));
  return [...new Set([...ofNames, ...ofIdentifiers, ...keys])];
}

/** `isFound` holds for terms that stand together, and for none before the one sought. */
async function idsOf(
  store: FactDb,
  sought: string,
  isFound: (term: string, sought: string) => boolean,
  limit: number,
): Promise<string[]> {
  const { terms } = store;
  if (!terms) return [];
  const ids: string[] = [];
  // The first of them may stand in the row that begins before it.
  const before = await terms.where(':id').below([sought]).last();
  if (before) take(before);
  const end = before?.terms.at(-1);
  if (end !== undefined && end > sought && !isFound(end, sought)) return ids.slice(0, limit);
  let from: TermKey = [sought];
  for (;;) {
    const rows: TermRow[] = await terms.where(':id').above(from).limit(ROWS).toArray();
    rows.forEach(take);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS || ids.length >= limit) break;
    if (last.first > sought && !isFound(last.first, sought)) break;
    from = [last.first, last.number];
  }
  return ids.slice(0, limit);

  function take(row: TermRow): void {
    for (const [index, term] of row.terms.entries()) {
      const id = row.ids[index];
      if (id !== undefined && isFound(term, sought)) ids.push(id);
    }
  }
}
