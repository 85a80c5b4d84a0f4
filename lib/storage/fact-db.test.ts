// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { NewerDatabaseError, openFactDb, SCHEMA_VERSIONS, type SchemaVersion } from './fact-db';
import { samplePack } from './pack.fixture';
import { isSeeded, seedPack } from './seed';

const SHA = 'a'.repeat(64);
const pack = samplePack();
const identity = { id: pack.id, version: pack.version, sha256: SHA };

const nextVersion = (upgrade?: SchemaVersion['upgrade']): SchemaVersion[] => [
  ...SCHEMA_VERSIONS,
  {
    version: SCHEMA_VERSIONS.length + 1,
    stores: { notes: 'id' },
    ...(upgrade && { upgrade }),
  },
];

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  const db = await openFactDb();
  await seedPack(db, pack, SHA, 'bundled');
  db.close();
});

test('an upgrade keeps what is stored', async () => {
  const db = await openFactDb({ versions: nextVersion(async () => {}) });
  expect(await isSeeded(db, identity)).toBe(true);
  expect(db.tables.map((table) => table.name)).toContain('notes');
  db.close();
});

test('an upgrade that fails is told of and leaves the old data usable', async () => {
  const problems: unknown[] = [];
  const versions = nextVersion(async (transaction) => {
    await transaction.table('claims').clear();
    throw new Error('a step went wrong');
  });
  const db = await openFactDb({ versions, onUpgradeFailed: (error) => problems.push(error) });
  expect(String(problems)).toContain('a step went wrong');
  expect(await isSeeded(db, identity)).toBe(true);
  expect(await db.claims.count()).toBe(pack.claims.length);
  db.close();
  const later = await openFactDb({ versions: nextVersion() });
  expect(await isSeeded(later, identity)).toBe(true);
  later.close();
});

test('a database of a newer version is neither used nor deleted', async () => {
  (await openFactDb({ versions: nextVersion() })).close();
  await expect(openFactDb()).rejects.toBeInstanceOf(NewerDatabaseError);
  const db = await openFactDb({ versions: nextVersion() });
  expect(await isSeeded(db, identity)).toBe(true);
  db.close();
});
