// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ownPackMeta } from '../core/clipping/own-pack';
import { checkPack } from '../core/facts/check-pack';
import { relationKey } from '../core/packs/canonical-pack';
import { type FactDb, openFactDb } from './fact-db';
import { readWholePack } from './make-backup';
import { samplePack } from './pack.fixture';
import { dump, fillDiskAt, importPack } from './pack-import.fixture';
import { readCard, readNamedEntities } from './read-facts';
import { changeRecords, type RecordChange, redoChange, undoChange } from './record-edits';
import { seedPack } from './seed';
import { toStorageFailure } from './storage-failure';

const OWN = { ownMeta: ownPackMeta('My facts', 'What I have clipped.') };
const { sources, entities, claims, relations } = samplePack();
const put = (section: RecordChange['section'], records: readonly { id: string }[]) =>
  records.map((record) => ({ section, id: record.id, record }));
const ALL: RecordChange[] = [
  ...put('sources', sources),
  ...put('entities', entities),
  ...put('claims', claims),
  ...relations.map((record) => ({
    section: 'relations' as const,
    id: relationKey(record),
    record,
  })),
];

let db: FactDb;

beforeEach(async () => {
  vi.restoreAllMocks();
  Dexie.dependencies.indexedDB = new IDBFactory();
  db = await openFactDb();
  await seedPack(db, samplePack(), 'a'.repeat(64), 'bundled');
});

const save = (...changes: RecordChange[]) => changeRecords(db, 'own', changes, OWN);
const own = () => readWholePack(db, 'own');
const claim = (id: string, rest: object = {}) => ({ ...claims[0], id, ...rest });

describe('own facts', () => {
  test('are a pack like any other, made with the first of them', async () => {
    expect(await save(...ALL)).toMatchObject({ ok: true });
    const pack = await own();
    expect(checkPack(pack)).toEqual([]);
    expect(pack).toMatchObject({ id: 'own', title: 'My facts', entities: { length: 3 } });
    expect((await readCard(db, 'own/ada'))?.pack.origin).toBe('own');
    expect(await db.packs.get('own')).toMatchObject({
      counts: { sources: 2, entities: 3, claims: 4, relations: 1 },
    });
  });

  test('survive every update of the bundled pack, with their history', async () => {
    await save(...ALL);
    await save({ section: 'claims', id: 'met', record: null });
    const before = [await own(), await db.edits.toArray(), await db.changes.toArray()];
    await seedPack(db, samplePack({ version: '2.0.0', entities: [], claims: [] }), 'b', 'bundled');
    expect([await own(), await db.edits.toArray(), await db.changes.toArray()]).toEqual(before);
  });

  test('are still there when the browser was killed', async () => {
    await save(...ALL);
    db.close();
    db = await openFactDb();
    expect((await own())?.claims).toHaveLength(4);
    expect(await undoChange(db, 'own')).toMatchObject({ ok: true });
    expect((await own())?.claims).toHaveLength(0);
  });

  test('undo and redo walk through all changes, each as a whole', async () => {
    const states = [await own()];
    const steps: RecordChange[][] = [
      ALL,
      [{ section: 'claims', id: 'met', record: claim('met', { text: 'Otherwise.' }) }],
      [{ section: 'claims', id: 'met', record: null }],
      put('claims', [claim('more'), claim('other', { conflictsWith: ['more'] })]),
      [{ section: 'claims', id: 'other', record: null }],
    ];
    for (const step of steps) {
      expect(await save(...step)).toMatchObject({ ok: true });
      states.push(await own());
    }
    const without = ({ ...pack }: Awaited<ReturnType<typeof own>>) => pack;
    for (const state of states.slice(1, -1).reverse()) {
      expect(await undoChange(db, 'own')).toMatchObject({ ok: true });
      expect(without(await own())).toEqual(state);
    }
    for (const state of states.slice(2)) {
      await redoChange(db, 'own');
      expect(await own()).toEqual(state);
    }
    expect(await redoChange(db, 'own')).toMatchObject({ problem: { reason: 'nothing-to-redo' } });
    for (const _step of steps) await undoChange(db, 'own');
    expect((await own())?.entities).toEqual([]);
    expect(await undoChange(db, 'own')).toMatchObject({ problem: { reason: 'nothing-to-undo' } });
    await save(...put('entities', entities));
    expect(await redoChange(db, 'own')).toMatchObject({ ok: false });
  });

  test('with versions beside it a change is still undone as a whole', async () => {
    await save(...ALL);
    const before = await own();
    const versions = ['One.', 'Other.', 'Last.'].map((text) => claim('met', { text }));
    const [one, other, last] = versions;
    await save({ section: 'claims', id: 'met', record: last, beside: [one, other] });
    const after = await own();
    await undoChange(db, 'own');
    expect(await own()).toEqual(before);
    await redoChange(db, 'own');
    expect(await own()).toEqual(after);
  });

  test('conflicts stand on both sides, whichever is written', async () => {
    await save(...ALL);
    const sides = async () =>
      Object.fromEntries(
        (await own())?.claims.flatMap(({ id, conflictsWith }) =>
          conflictsWith.length > 0 ? [[id, conflictsWith]] : [],
        ) ?? [],
      );
    await save({
      section: 'claims',
      id: 'met',
      record: { ...claims[3], conflictsWith: ['wrote-notes'] },
    });
    expect(await sides()).toEqual({ met: ['wrote-notes'], 'wrote-notes': ['met'] });
    await save({ section: 'claims', id: 'met', record: null });
    expect(await sides()).toEqual({});
    await undoChange(db, 'own');
    expect(await sides()).toEqual({ met: ['wrote-notes'], 'wrote-notes': ['met'] });
  });

  test('a claim alone changes nothing that pages mark', async () => {
    await save(...ALL);
    const before = await db.packs.get('own');
    await save({ section: 'claims', id: 'met', record: null });
    expect(await db.packs.get('own')).toMatchObject({ sha256: before?.sha256, revision: 2 });
    await save({ section: 'entities', id: 'ada', record: { ...entities[0], counterSigns: ['x'] } });
    expect((await db.packs.get('own'))?.sha256).not.toBe(before?.sha256);
  });

  test('what stands for a name of another pack is not marked beside it', async () => {
    const [ada, ...rest] = entities;
    const identifiers = [{ scheme: 'glossator', value: 'engines/ada' }];
    const standIn: { id: string } = Object.assign({ id: 'ada' }, ada, { identifiers });
    await save(...put('entities', [standIn, ...rest]));
    expect((await readNamedEntities(db, 'own')).map(({ key }) => key)).toEqual([
      'own/charles',
      'own/engine',
    ]);
    await db.choices.put({ id: 'engines', isEnabled: false });
    expect(await readNamedEntities(db, 'own')).toHaveLength(3);
  });
});

describe('a change that cannot be made leaves everything as it was', () => {
  test.each<[string, RecordChange[], object]>([
    [
      'a record of no shape',
      [{ section: 'claims', id: 'x', record: { id: 'x' } }],
      { reason: 'bad-record', code: 'missing-field' },
    ],
    [
      'script',
      put('claims', [claim('x', { text: '<script>x</script>' })]),
      { reason: 'bad-record', code: 'markup', place: { path: 'claims/x.text' } },
    ],
    [
      'an id that is not the record’s',
      [{ section: 'claims', id: 'y', record: claim('x') }],
      { reason: 'bad-record', code: 'bad-id' },
    ],
    [
      'a claim about nobody',
      put('claims', [claim('x', { entities: ['nobody'] })]),
      { reason: 'bad-record', code: 'unknown-entity', values: { id: 'nobody' } },
    ],
    [
      'a claim out of no source',
      put('claims', [claim('x', { evidence: [{ ...claims[0]?.evidence[0], source: 'none' }] })]),
      { reason: 'bad-record', code: 'unknown-source' },
    ],
    [
      'a name that claims are about',
      [{ section: 'entities', id: 'ada', record: null }],
      { reason: 'in-use', id: 'ada', user: 'own/met' },
    ],
    [
      'a source that is quoted',
      [{ section: 'sources', id: 'notes', record: null }],
      { reason: 'in-use', id: 'notes' },
    ],
    [
      'a claim that is answered',
      [{ section: 'claims', id: 'built-none', record: null }],
      { reason: 'in-use', user: 'own/built-part' },
    ],
    [
      'one wrong among right ones',
      [
        ...put('entities', [{ ...entities[0], id: 'new' } as { id: string }]),
        { section: 'claims', id: 'x', record: {} },
      ],
      { reason: 'bad-record' },
    ],
  ])('%s', async (_name, changes, problem) => {
    await save(...ALL);
    const before = await dump(db);
    expect(await save(...changes)).toMatchObject({ ok: false, problem });
    expect(await dump(db)).toEqual(before);
  });

  test.each([
    ['a bundled pack', 'engines', 'read-only'],
    ['no pack', 'nowhere', 'not-installed'],
  ])('of %s', async (_name, pack, reason) => {
    const before = await dump(db);
    const change: RecordChange = { section: 'claims', id: 'met', record: null };
    expect(await changeRecords(db, pack, [change])).toMatchObject({ problem: { reason } });
    expect(await dump(db)).toEqual(before);
  });

  test.each([1, 5, 10, 15, 21, 22])('a full disk at row %i', async (row) => {
    await save({ section: 'entities', id: 'ada', record: { ...entities[0], counterSigns: ['x'] } });
    const before = await dump(db);
    fillDiskAt(row);
    const error = await save(...ALL).then(
      () => null,
      (reason: unknown) => reason,
    );
    vi.restoreAllMocks();
    expect(toStorageFailure(error).reason).toBe('storage-full');
    expect(await dump(db)).toEqual(before);
  });
});

test('an imported pack is edited in its own store, and can be taken back to what it was', async () => {
  await importPack(db, samplePack({ id: 'looms' }));
  const before = await readWholePack(db, 'looms');
  await changeRecords(db, 'looms', [
    { section: 'claims', id: 'met', record: claim('met', { text: 'Mine.' }) },
  ]);
  expect(await db.packs.get('looms')).toMatchObject({ revision: 1 });
  expect((await readWholePack(db, 'looms'))?.claims.find(({ id }) => id === 'met')?.text).toBe(
    'Mine.',
  );
  await undoChange(db, 'looms');
  expect(await readWholePack(db, 'looms')).toEqual(before);
  expect(await db.edits.count()).toBe(0);
});

test('only the change that is meant is undone, and only as long as it is the last', async () => {
  await importPack(db, samplePack({ id: 'looms' }));
  const write = async (id: string, text: string) => {
    const outcome = await changeRecords(db, 'looms', [
      { section: 'claims', id, record: claim(id, { text }) },
    ]);
    if (!outcome.ok) throw new Error(outcome.problem.reason);
    return outcome.change;
  };
  const textOf = async (name: string) =>
    (await readWholePack(db, 'looms'))?.claims.find(({ id }) => id === name)?.text;
  const first = await write('met', 'Mine.');
  expect(await write('met', 'Mine.')).toBeUndefined();
  const second = await write('wrote-notes', 'Mine, too.');
  expect(await undoChange(db, 'looms', { change: first })).toMatchObject({
    problem: { reason: 'nothing-to-undo' },
  });
  expect(await undoChange(db, 'looms', { change: second })).toMatchObject({ ok: true });
  expect(await undoChange(db, 'looms', { change: second })).toMatchObject({ ok: false });
  expect(await textOf('met')).toBe('Mine.');
  expect(await undoChange(db, 'looms', { change: first })).toMatchObject({ ok: true });
  expect(await textOf('met')).not.toBe('Mine.');
});
