// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { standInFor } from '../core/clipping/clip-records';
import type { CardGroup } from '../core/facts/card-group';
import type { Claim, Entity } from '../core/facts/pack-schema';
import { type FactDb, openFactDb } from './fact-db';
import { samplePack } from './pack.fixture';
import { importPack } from './pack-import.fixture';
import { choosePack, orderPacks, removePack } from './pack-registry';
import { deletePackStore } from './pack-store';
import { readCardGroups } from './read-card-groups';
import { readPacks } from './read-facts';
import { changeRecords } from './record-edits';
import { findSameAmong, readStandIns } from './same-entities';
import { seedPack } from './seed';

const SHA = 'a'.repeat(64);
const [ada, charles] = samplePack().entities;
if (!ada || !charles) throw new Error();

let db: FactDb;
beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  db = await openFactDb();
  await seedPack(db, samplePack(), SHA, 'bundled');
});

const keysOf = (groups: readonly CardGroup[]) => groups.map((group) => group.map(({ key }) => key));
const read = async (...keys: string[]) => keysOf(await readCardGroups(db, keys));

const alone = (id: string, entity: Partial<Entity>) =>
  samplePack({ id, entities: [{ ...ada, ...entity, id: 'ada' }], claims: [], relations: [] });

/** Puts an entity into the reader’s own pack, with a claim about it if there is to be one. */
async function addOwn(entity: Entity, claim?: Partial<Claim>): Promise<void> {
  const source = { id: 's', title: 'S', language: 'en', translation: 'none', stance: 'Mine.' };
  const evidence = [{ source: 's', exact: 'x', prefix: '', suffix: '', start: 0, end: 1 }];
  const made = {
    ...{ id: 'said', kind: 'statement', text: 'Mine.', entities: [entity.id] },
    ...{ speaker: { type: 'source' }, notes: [], conflictsWith: [], evidence },
    ...claim,
  };
  const outcome = await changeRecords(
    db,
    'own',
    [
      { section: 'sources', id: 's', record: source },
      { section: 'entities', id: entity.id, record: entity },
      ...(claim ? [{ section: 'claims' as const, id: 'said', record: made }] : []),
    ],
    { ownMeta: { id: 'own', version: '1.0.0', title: 'My', description: 'My.', license: 'x' } },
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
}

const renamed = (aliases: Entity['aliases'], text: string) =>
  aliases.map((alias) => ({ ...alias, text }));
const standIn = standInFor('engines/ada', ada, () => false);

describe('the same entity in two packs', () => {
  const identified = (value: string) => [{ scheme: 'Wikidata', value }];
  test.each<[string, Partial<Entity>, Partial<Entity>, boolean]>([
    ['by its label', ada, ada, true],
    [
      'by a number, whatever its name',
      { identifiers: identified('Q7259') },
      { ...charles, identifiers: [{ scheme: 'wikidata', value: 'Q7259' }] },
      true,
    ],
    [
      'not by a number of another kind of name',
      { identifiers: identified('Q1') },
      { identifiers: identified('Q2') },
      false,
    ],
    ['not of another kind', ada, { kind: 'product' }, false],
    [
      'by a label that is an alias of the other',
      ada,
      { ...charles, aliases: [...charles.aliases, ...ada.aliases] },
      true,
    ],
    [
      'not by an alias that is neither’s label',
      ada,
      { ...charles, aliases: [...charles.aliases, ...ada.aliases.slice(1)] },
      false,
    ],
    [
      'by standing for it',
      ada,
      { ...charles, identifiers: [{ scheme: 'glossator', value: 'engines/ada' }] },
      true,
    ],
  ])('is found %s', async (_name, ours, theirs, isSame) => {
    await seedPack(db, alone('engines', ours), SHA, 'bundled');
    await importPack(db, alone('looms', theirs));
    const both = [['engines/ada', 'looms/ada']];
    expect(await read('engines/ada', 'engines/nobody')).toEqual(isSame ? both : [['engines/ada']]);
    expect(await read('looms/ada')).toEqual(isSame ? both : [['looms/ada']]);
    expect(await read('looms/ada', 'engines/ada')).toEqual(
      isSame ? both : [['looms/ada'], ['engines/ada']],
    );
  });

  test('each has its own claims, counts and sources', async () => {
    await importPack(db, samplePack({ id: 'looms', title: 'Looms' }));
    const [[head, other] = []] = await readCardGroups(db, ['looms/ada']);
    expect([head, other].map((card) => card?.pack.title)).toEqual(['Engines', 'Looms']);
    expect(other?.claims.map(({ id }) => id).sort()).toEqual(['met', 'wrote-notes']);
    expect(other?.sources).toHaveLength(1);
  });

  test('of two of one pack and one of another nobody knows which is meant', async () => {
    const twin = { ...ada, id: 'twin' };
    await importPack(
      db,
      samplePack({ id: 'looms', entities: [ada, twin], claims: [], relations: [] }),
    );
    expect(await read('engines/ada', 'looms/twin')).toEqual([['engines/ada'], ['looms/twin']]);
  });

  test('the first of the reader’s order gives the name, a disabled one is not there', async () => {
    await importPack(db, samplePack({ id: 'looms' }));
    await addOwn(ada);
    expect(await read('engines/ada')).toEqual([['own/ada', 'engines/ada', 'looms/ada']]);
    await orderPacks(db, ['looms', 'engines', 'own']);
    expect(await read('engines/ada')).toEqual([['looms/ada', 'engines/ada', 'own/ada']]);
    await choosePack(db, 'own', { isEnabled: false });
    expect(await read('engines/ada', 'own/ada')).toEqual([['looms/ada', 'engines/ada']]);
  });
});

describe('what the reader clipped about a name of another pack', () => {
  test('is on that name’s card, which keeps its name', async () => {
    const named = { ...standIn, label: 'My Ada', aliases: renamed(standIn.aliases, 'My Ada') };
    await addOwn(named, {});
    const groups = [['engines/ada', `own/${standIn.id}`]];
    expect(await read('engines/ada')).toEqual(groups);
    expect(await read(`own/${standIn.id}`)).toEqual(groups);
    await choosePack(db, 'engines', { isEnabled: false });
    expect(await read(`own/${standIn.id}`, 'engines/ada')).toEqual([[`own/${standIn.id}`]]);
  });

  test('is not mentioned where nothing is left of it', async () => {
    await addOwn(standIn);
    expect(await read('engines/ada')).toEqual([['engines/ada']]);
    expect(await read(`own/${standIn.id}`)).toEqual([['engines/ada', `own/${standIn.id}`]]);
  });

  test('and about the same name of a third', async () => {
    await importPack(db, samplePack({ id: 'looms' }));
    await addOwn(standIn, {});
    expect(await read('looms/ada')).toEqual([['engines/ada', `own/${standIn.id}`, 'looms/ada']]);
  });
});

describe('a pack that goes away', () => {
  test('leaves the others their cards', async () => {
    await importPack(db, samplePack({ id: 'looms' }));
    expect(await read('engines/ada')).toEqual([['engines/ada', 'looms/ada']]);
    await removePack(db, 'looms');
    expect(await read('engines/ada', 'looms/ada')).toEqual([['engines/ada']]);
  });

  test('also where that happens while they are read', async () => {
    await importPack(db, samplePack({ id: 'looms' }));
    const { store = '' } = (await db.packs.get('looms')) ?? {};
    // Between the answer of the registry and the reading of the rows.
    const toArray = db.packs.toArray.bind(db.packs);
    let isFirst = true;
    db.packs.toArray = ((...args: Parameters<typeof toArray>) => {
      const rows = toArray(...args);
      if (!isFirst) return rows;
      isFirst = false;
      return rows.then(async (before) => {
        await removePack(db, 'looms');
        await deletePackStore(db, store);
        return before;
      }) as ReturnType<typeof toArray>;
    }) as typeof db.packs.toArray;
    expect(await read('engines/ada', 'looms/ada')).toEqual([['engines/ada']]);
  });
});

test('hundreds of names: the same among each other, with what the reader has about them', async () => {
  await importPack(db, samplePack({ id: 'looms' }));
  await addOwn(standIn, {});
  const keys = ['engines/ada', 'looms/charles', 'looms/ada', 'engines/engine', 'looms/nobody'];
  const packs = await readPacks(db);
  const own = await readStandIns(db, packs, keys);
  expect(own).toEqual([`own/${standIn.id}`]);
  const groups = await findSameAmong(db, packs, [...keys, ...own]);
  expect(groups.map((group) => group.map(({ key }) => key))).toEqual([
    ['engines/ada', `own/${standIn.id}`, 'looms/ada'],
    ['looms/charles'],
    ['engines/engine'],
  ]);
});
