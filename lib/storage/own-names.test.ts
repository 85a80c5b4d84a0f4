/** Names of the reader's own beside those of packs: which are known already, and other forms of those. */
// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { standInFor } from '../core/clipping/clip-records';
import { ownPackMeta } from '../core/clipping/own-pack';
import { changedEntity, namePartOf } from '../core/clipping/record-forms';
import { type FactDb, openFactDb } from './fact-db';
import { changesToRemove } from './own-changes';
import { samplePack } from './pack.fixture';
import { importPack } from './pack-import.fixture';
import { choosePack } from './pack-registry';
import { readCard, readNamedEntities } from './read-facts';
import { readNameTwins } from './read-name-twins';
import { readOwnFacts, readOwnRecords } from './read-own-facts';
import { changeRecords, undoChange } from './record-edits';
import { seedPack } from './seed';

const OWN = { ownMeta: ownPackMeta('My facts', 'What I have clipped.') };
const [ada, charles] = samplePack().entities;
if (!ada || !charles) throw new Error('the sample has no names');

let db: FactDb;

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  db = await openFactDb();
  await seedPack(db, samplePack(), 'a'.repeat(64), 'bundled');
});

const putEntity = (id: string, record: unknown) =>
  changeRecords(db, 'own', [{ section: 'entities', id, record }], OWN);

describe('a name that is known already', () => {
  test.each<[string, string[]]>([
    ['Ada Lovelace', ['engines/ada']],
    ['  ADA   lovelace ', ['engines/ada']],
    ['Lady Lovelace', ['engines/ada']],
    ['Lovelace', []],
    ['Ada', []],
    ['', []],
  ])('%j', async (form, keys) => {
    const twins = await readNameTwins(db, [form], null);
    expect(twins.map(({ key }) => key)).toEqual(keys);
    for (const twin of twins) {
      expect(twin).toMatchObject({ form: form.trim(), label: 'Ada Lovelace', pack: 'Engines' });
    }
  });

  test('in any pack that is enabled, but the one that is being edited', async () => {
    await putEntity('mine', { ...ada, id: 'mine' });
    await importPack(db, samplePack({ id: 'other', title: 'Others' }));
    const keysOf = async (except: string | null) =>
      (await readNameTwins(db, ['Ada Lovelace'], except)).map(({ key }) => key).sort();
    expect(await keysOf(null)).toEqual(['engines/ada', 'other/ada', 'own/mine']);
    expect(await keysOf('own/mine')).toEqual(['engines/ada', 'other/ada']);
    await choosePack(db, 'other', { isEnabled: false });
    expect(await keysOf(null)).toEqual(['engines/ada', 'own/mine']);
  });

  test('weak forms, which many share, and what only stands for another are not told', async () => {
    const weak = ada.aliases.map((alias) => ({ ...alias, strength: 'weak' as const }));
    await putEntity('weak', {
      ...ada,
      id: 'weak',
      label: 'Countess',
      aliases: [{ ...weak[0], text: 'Countess' }, ...weak],
    });
    const standIn = standInFor('engines/charles', charles, () => false);
    await putEntity(standIn.id, standIn);
    expect(await readNameTwins(db, ['Ada Lovelace', 'Charles Babbage'], null)).toMatchObject([
      { key: 'engines/ada' },
      { key: 'engines/charles' },
    ]);
  });
});

describe('another form of a name of a bundled pack', () => {
  const standIn = standInFor('engines/ada', ada, () => false);
  const withForm = changedEntity(standIn, { ...namePartOf(standIn), aliases: ['Ada Byron King'] });

  async function formsOfAda(): Promise<string[]> {
    const named = await readNamedEntities(db, 'engines');
    return named.find(({ key }) => key === 'engines/ada')?.aliases.map(({ text }) => text) ?? [];
  }

  test('is marked as that name, in the pack of which nothing has changed', async () => {
    await putEntity(standIn.id, withForm);
    expect(await formsOfAda()).toEqual(['Ada Lovelace', 'Lady Lovelace', 'Ada Byron King']);
    expect(await readNamedEntities(db, 'own')).toEqual([]);
    expect((await readCard(db, 'engines/ada'))?.entity).toEqual(ada);
    await undoChange(db, 'own');
    expect(await formsOfAda()).toEqual(['Ada Lovelace', 'Lady Lovelace']);
  });

  test('stands by itself where that pack is disabled', async () => {
    await putEntity(standIn.id, withForm);
    await choosePack(db, 'engines', { isEnabled: false });
    const [named] = await readNamedEntities(db, 'own');
    expect(named?.aliases.map(({ text }) => text)).toEqual(['Ada Lovelace', 'Ada Byron King']);
  });

  test('is listed among the reader’s names, and goes without the claims that need the name', async () => {
    await putEntity(standIn.id, standIn);
    expect((await readOwnFacts(db)).names).toEqual([]);
    await putEntity(standIn.id, withForm);
    expect((await readOwnFacts(db)).names).toMatchObject([
      { key: `own/${standIn.id}`, name: { label: 'Ada Lovelace', aliases: ['Ada Byron King'] } },
    ]);
    const [source] = samplePack().sources;
    const [claim] = samplePack().claims;
    await changeRecords(db, 'own', [
      { section: 'sources', id: 'notes', record: source },
      { section: 'claims', id: 'mine', record: { ...claim, id: 'mine', entities: [standIn.id] } },
    ]);
    const own = await readOwnRecords(db);
    expect(changesToRemove(own, 'entities', standIn.id)).toEqual([
      { section: 'entities', id: standIn.id, record: standIn },
    ]);
    // Without the claim nothing else needs the name, but its form is still the reader's.
    expect(changesToRemove(own, 'claims', 'mine').map(({ id }) => id)).toEqual(['mine', 'notes']);
  });
});

test('a card tells what the reader has changed of an imported pack', async () => {
  await importPack(db, samplePack({ id: 'other' }));
  expect(await readCard(db, 'other/ada')).not.toHaveProperty('edited');
  const [claim] = samplePack().claims;
  await changeRecords(db, 'other', [
    { section: 'claims', id: 'wrote-notes', record: { ...claim, text: 'She wrote them.' } },
  ]);
  expect((await readCard(db, 'other/ada'))?.edited).toEqual({
    entity: false,
    claims: ['wrote-notes'],
  });
  expect(await readCard(db, 'engines/ada')).not.toHaveProperty('edited');
  await undoChange(db, 'other');
  expect(await readCard(db, 'other/ada')).not.toHaveProperty('edited');
  await changeRecords(db, 'other', [
    { section: 'entities', id: 'ada', record: { ...ada, kind: 'organisation' } },
  ]);
  expect((await readCard(db, 'other/ada'))?.edited).toEqual({ entity: true, claims: [] });
});
