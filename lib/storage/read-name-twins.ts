/** Names that are known already, before a reader makes another of the same words. */
import { standsFor } from '../core/clipping/clip-records';
import type { NameTwin } from '../core/clipping/clip-schema';
import type { EntityKey } from '../core/facts/keys';
import type { Entity } from '../core/facts/pack-schema';
import { foldText } from '../core/text/characters';
import { EntityRowSchema, type FactDb } from './fact-db';
import type { InstalledPack } from './pack-registry';
import { PackGoneError, storeOfRow } from './pack-store';
import { readPacks } from './read-facts';
import { keysOfTerms } from './term-index';
import { validRows } from './valid-rows';

/** Of one pack. A form that so many share has been warned of enough. */
const MAX_TWINS = 20;

/**
 * Entities that have one of the forms as their label or as a strong alias, compared as names on
 * pages are; `except` is the one that is being edited. Those that only stand for another are not
 * told beside it.
 */
export async function readNameTwins(
  db: FactDb,
  forms: readonly string[],
  except: EntityKey | null,
): Promise<NameTwin[]> {
  const wanted = new Map(forms.map((form) => [foldText(form), form.trim()]));
  wanted.delete('');
  if (wanted.size === 0) return [];
  const found: NameTwin[] = [];
  for (const pack of await readPacks(db)) {
    for (const { key, entity } of await rowsWith(db, pack, [...wanted.keys()])) {
      const form = wanted.get(formsOf(entity).find((one) => wanted.has(one)) ?? '');
      if (form === undefined || key === except || standsFor(entity) !== null) continue;
      const { label, kind } = entity;
      found.push({ form, key, label, kind, pack: pack.title, origin: pack.origin });
    }
  }
  return found;
}

function formsOf({ label, aliases }: Entity): string[] {
  const strong = aliases.filter(({ strength }) => strength === 'strong');
  return [label, ...strong.map(({ text }) => text)].map(foldText);
}

async function rowsWith(db: FactDb, pack: InstalledPack, folded: readonly string[]) {
  const store = await storeOfRow(db, pack).catch((error: unknown) => {
    if (error instanceof PackGoneError) return null;
    throw error;
  });
  if (!store) return [];
  const terms = { names: folded, identifiers: [] };
  const keys = await keysOfTerms(store, pack.id, terms, MAX_TWINS);
  const rows = validRows(EntityRowSchema, await store.entities.bulkGet(keys));
  return rows.filter((row) => row.pack === pack.id);
}
