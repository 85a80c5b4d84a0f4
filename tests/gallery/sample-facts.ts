/** The bundled packs in a fact base of the gallery's own, asked as the background asks its own. */

import type { FactPack } from '../../lib/core/facts/pack-schema';
import { createSearch } from '../../lib/core/search/create-search';
import { toSearchDocuments } from '../../lib/core/search/search-documents';
import { type FactDb, openFactDb } from '../../lib/storage/fact-db';
import { readSearchRows } from '../../lib/storage/read-facts';
import { type Library, readLibrary } from '../../lib/storage/read-library';
import { deletePack, seedPack } from '../../lib/storage/seed';

/** Put there by packs.js, which the build writes. */
declare const galleryPacks: readonly FactPack[];

let opened: Promise<FactDb> | null = null;

export function sampleFacts(): Promise<FactDb> {
  opened ??= seed();
  return opened;
}

async function seed(): Promise<FactDb> {
  const db = await openFactDb({ name: 'gallery' });
  for (const { id } of await db.packs.toArray()) await deletePack(db, id);
  for (const pack of galleryPacks) await seedPack(db, pack, '0'.repeat(64), 'bundled');
  return db;
}

let library: Promise<Library> | null = null;

export function sampleLibrary(): Promise<Library> {
  library ??= sampleFacts().then((db) => readLibrary(db));
  return library;
}

let search: Promise<ReturnType<typeof createSearch>> | null = null;

export function sampleSearch(): Promise<ReturnType<typeof createSearch>> {
  search ??= sampleFacts().then(async (db) =>
    createSearch(toSearchDocuments(await readSearchRows(db))),
  );
  return search;
}
