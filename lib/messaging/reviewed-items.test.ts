// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { writePackJson } from '../core/packs/write-pack-json';
import { type FactDb, openFactDb } from '../storage/fact-db';
import { samplePack } from '../storage/pack.fixture';
import { readImportItems } from '../storage/pack-import';
import { importPack, stage } from '../storage/pack-import.fixture';
import { changeRecords } from '../storage/record-edits';
import { withChanges } from './reviewed-items';

const LOOMS = samplePack({ id: 'looms' });
const [ada, ...others] = LOOMS.entities;
if (!ada) throw new Error();
const lady = { ...ada.aliases[0], text: 'Countess of Lovelace' } as (typeof ada.aliases)[number];

let db: FactDb;
let installed: string;
beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  db = await openFactDb();
  installed = await importPack(db, LOOMS);
});

/** What a new version, in which Ada has a number and one alias more, would change. */
async function review(store: string | undefined) {
  const identifiers = [{ scheme: 'Wikidata', value: 'Q7259' }];
  const update = { ...ada, identifiers, aliases: [...(ada?.aliases ?? []), lady] } as typeof ada;
  const entities = [update, ...others].filter((entity) => entity !== undefined);
  const text = writePackJson({ ...LOOMS, version: '2.0.0', entities });
  const { store: staged } = await stage(db, 'looms', text);
  const items = await readImportItems(staged, { verdict: 'changed', offset: 0, limit: 10 });
  const [reviewed] = await withChanges(items, 'looms', store);
  return { update, changes: reviewed?.type === 'compared' ? reviewed.changes : null };
}

describe('a changed entry', () => {
  test('has each field as it is and as it would be', async () => {
    const { update, changes } = await review(installed);
    expect(changes).toHaveLength(2);
    expect(changes).toContainEqual({
      ...{ field: 'identifiers', before: ada.identifiers, isEdited: false },
      after: update?.identifiers,
    });
    expect(changes).toContainEqual({
      ...{ field: 'aliases', before: ada.aliases, after: update?.aliases, isEdited: false },
    });
  });

  test('has the reader’s edits in what is and in what would be', async () => {
    const mine = { ...ada.aliases[0], text: 'My Ada' } as typeof lady;
    const record = { ...ada, aliases: [...ada.aliases, mine] };
    await changeRecords(db, 'looms', [{ section: 'entities', id: ada.id, record }]);
    const { changes } = await review(installed);
    const aliases = changes?.find(({ field }) => field === 'aliases');
    expect(aliases).toMatchObject({ before: record.aliases, isEdited: true });
    expect(aliases?.after).toEqual(expect.arrayContaining([mine, lady]));
  });

  test.each([undefined, 'pack of yesterday'])(
    'of a store that is gone says no more',
    async (store) => {
      expect((await review(store)).changes).toEqual([]);
    },
  );
});
