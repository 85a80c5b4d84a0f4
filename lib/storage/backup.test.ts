// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Backup } from '../core/backup/backup-schema';
import { readBackup } from '../core/backup/read-backup';
import { writeBackup } from '../core/backup/write-backup';
import { type FactDb, openFactDb } from './fact-db';
import {
  makeBackup,
  noteBackup,
  postponeBackup,
  readBackupState,
  readWholePack,
} from './make-backup';
import { samplePack } from './pack.fixture';
import { dump, fillDiskAt, importPack } from './pack-import.fixture';
import { choosePack, readInstalledPacks } from './pack-registry';
import type { ProfileStorage, ProfileValues } from './profile-storage';
import { changeRecords, type RecordChange, undoChange } from './record-edits';
import { planRestore, restoreBackup, settleRestore } from './restore-backup';
import { seedPack } from './seed';

const SHA = 'a'.repeat(64);
const NOTHING: ProfileValues = {
  ...{ settings: undefined, switches: undefined, mutes: undefined, restoring: undefined },
};
const SOME: ProfileValues = {
  ...NOTHING,
  settings: { look: 'tint' },
  switches: { default: 'off', sites: { 'example.com/*': 'on' } },
};

let db: FactDb;
let kept: ProfileValues;
let failing: number;

/** Stands for extension storage. `failing`: at which write from now on it is full. */
const storage: ProfileStorage = {
  read: async () => kept,
  async write(values) {
    if (--failing === 0) throw new Error('QuotaExceededError: quota');
    kept = structuredClone(values);
  },
};

const { sources, entities, claims } = samplePack();
const put = (section: RecordChange['section'], records: readonly { id: string }[]) =>
  records.map((record) => ({ section, id: record.id, record }));
const OWN = {
  ownMeta: { id: 'own', version: '1.0.0', title: 'My', description: 'My.', license: 'x' },
};

async function start(): Promise<void> {
  Dexie.dependencies.indexedDB = new IDBFactory();
  db = await openFactDb();
  kept = NOTHING;
  await seedPack(db, samplePack(), SHA, 'bundled');
  await importPack(db, samplePack({ id: 'looms' }));
}

/** A profile with something of everything, as a backup. */
async function fullBackup(): Promise<Backup> {
  kept = SOME;
  await changeRecords(
    db,
    'own',
    [...put('sources', sources), ...put('entities', entities), ...put('claims', claims)],
    OWN,
  );
  await changeRecords(db, 'looms', [{ section: 'claims', id: 'met', record: null }]);
  await choosePack(db, 'looms', { isPainted: true, colour: 'green' });
  await choosePack(db, 'own', { colour: 'blue' });
  const read = readBackup(writeBackup(await makeBackup(db, storage)));
  if (!read.ok) throw new Error(read.problem.code);
  return read.backup;
}

beforeEach(async () => {
  vi.restoreAllMocks();
  failing = 0;
  await start();
});

test('a profile restored elsewhere is the same, and its plan said so', async () => {
  const backup = await fullBackup();
  await start();
  expect(await planRestore(db, storage, backup)).toEqual({
    own: { new: 9, same: 0, changed: 0, gone: 0 },
    changesSettings: true,
    changesSwitches: true,
    changesMutes: false,
    missingPacks: [],
    edits: 1,
    editsLeftOut: 0,
  });
  expect(await restoreBackup(db, storage, backup)).toEqual({ ok: true, editsLeftOut: 0 });
  const again = await makeBackup(db, storage);
  const timeless = ({ edits, packs, ...rest }: Backup) => ({
    ...rest,
    madeAt: '',
    edits: edits.map((edit) => ({ ...edit, at: '' })),
    packs: packs.map(({ order, ...pack }) => pack),
  });
  expect(timeless(again)).toEqual(timeless(backup));
  expect(kept.restoring).toBeUndefined();
});

test('what was there and is not in the backup goes, and comes back with one undo', async () => {
  const backup = await fullBackup();
  const extra = { ...entities[0], id: 'extra' };
  await changeRecords(db, 'own', [
    { section: 'entities', id: 'extra', record: extra },
    { section: 'claims', id: 'met', record: null },
  ]);
  const before = await readWholePack(db, 'own');
  expect((await planRestore(db, storage, backup)).own).toEqual({
    ...{ new: 1, same: 8, changed: 0, gone: 1 },
  });
  await restoreBackup(db, storage, backup);
  expect(await readWholePack(db, 'own')).toEqual(backup.own);
  await undoChange(db, 'own');
  expect(await readWholePack(db, 'own')).toEqual(before);
});

test('packs that are missing are named, their edits left out', async () => {
  const backup = await fullBackup();
  await start();
  const { ['packs']: packs, edits, ...rest } = backup;
  const renamed: Backup = {
    ...rest,
    packs: packs.map((pack) => (pack.id === 'looms' ? { ...pack, id: 'else', title: 'E' } : pack)),
    edits: edits.map((edit) => ({ ...edit, pack: 'else' })),
  };
  expect(await planRestore(db, storage, renamed)).toMatchObject({
    ...{ missingPacks: ['E'], edits: 0, editsLeftOut: 1 },
  });
  expect(await restoreBackup(db, storage, renamed)).toEqual({ ok: true, editsLeftOut: 1 });
  expect((await readInstalledPacks(db)).map(({ id }) => id)).not.toContain('else');
});

describe('a restoring that fails leaves everything as it was', () => {
  test.each([1, 2, 8, 15, 22])('a full disk at row %i', async (row) => {
    const backup = await fullBackup();
    await start();
    const before = [await dump(db), kept];
    fillDiskAt(row);
    await expect(restoreBackup(db, storage, backup)).rejects.toThrow();
    vi.restoreAllMocks();
    expect([await dump(db), kept]).toEqual(before);
  });

  test('a full extension storage', async () => {
    const backup = await fullBackup();
    await start();
    const before = [await dump(db), kept];
    failing = 1;
    await expect(restoreBackup(db, storage, backup)).rejects.toThrow('quota');
    expect([await dump(db), kept]).toEqual(before);
  });

  test('own facts that do not hold together', async () => {
    const backup = await fullBackup();
    await start();
    const before = [await dump(db), kept];
    const broken: Backup = { ...backup, own: backup.own && { ...backup.own, entities: [] } };
    expect(await restoreBackup(db, storage, broken)).toMatchObject({
      ok: false,
      problem: { code: 'unknown-entity' },
    });
    expect([await dump(db), kept]).toEqual(before);
  });
});

describe('a browser that dies while it restores comes up', () => {
  /** Writes of extension storage are no more heard of: as if it had died there. */
  const dying = (after: number): ProfileStorage => ({
    read: storage.read,
    async write(values) {
      if (after-- <= 0) throw new Error('killed');
      await storage.write(values);
    },
  });

  test('with the old profile before the switch', async () => {
    const backup = await fullBackup();
    await start();
    kept = { ...NOTHING, settings: { look: 'faint' } };
    const before = [await dump(db), kept];
    fillDiskAt(1);
    await expect(restoreBackup(db, dying(1), backup)).rejects.toThrow();
    vi.restoreAllMocks();
    expect(kept.restoring).toBeDefined();
    await settleRestore(db, storage);
    expect([await dump(db), kept]).toEqual(before);
  });

  test('with the new one after it', async () => {
    const backup = await fullBackup();
    await start();
    await expect(restoreBackup(db, dying(1), backup)).rejects.toThrow('killed');
    await settleRestore(db, storage);
    expect(kept).toMatchObject({ settings: { look: 'tint' }, restoring: undefined });
    expect(await readWholePack(db, 'own')).toEqual(backup.own);
  });
});

test('a reminder is due when much was written since the last backup, and not asked for at once', async () => {
  const day = (number: number) => new Date(Date.UTC(2026, 10, number));
  const at = { ...OWN, now: day(1) };
  expect(await readBackupState(db, day(1))).toEqual({
    ...{ ownFacts: 0, lastEdit: null, lastBackup: null, isDue: false },
  });
  await changeRecords(db, 'own', [...put('sources', sources), ...put('entities', entities)], at);
  await changeRecords(db, 'own', put('claims', claims), at);
  expect(await readBackupState(db, day(2))).toMatchObject({
    ...{ ownFacts: 7, lastEdit: day(1).toISOString(), isDue: true },
  });
  await postponeBackup(db, day(2));
  expect(await readBackupState(db, day(3))).toMatchObject({ isDue: false });
  expect(await readBackupState(db, day(20))).toMatchObject({ isDue: true });
  await noteBackup(db, day(20).toISOString());
  expect(await readBackupState(db, day(25))).toMatchObject({
    ...{ isDue: false, lastBackup: day(20).toISOString() },
  });
});
