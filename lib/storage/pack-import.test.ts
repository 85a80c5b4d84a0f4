// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { FactPack } from '../core/facts/pack-schema';
import { canonicalPack } from '../core/packs/canonical-pack';
import { packJsonChunks, writePackJson } from '../core/packs/write-pack-json';
import { type FactDb, openFactDb } from './fact-db';
import { samplePack } from './pack.fixture';
import {
  beginImport,
  cancelImport,
  installImport,
  readImportItems,
  readPendingImports,
} from './pack-import';
import { BUNDLED, dump, fillDiskAt, importPack, pieces, stage } from './pack-import.fixture';
import { type RecordPage, readPackMeta, readRecordPage } from './pack-records';
import { readInstalledPacks } from './pack-registry';
import { rowsOfPack } from './pack-rows';
import { storeOf } from './pack-store';
import { readCard, readPacks, readSearchRows } from './read-facts';
import { changeRecords } from './record-edits';
import { seedPack } from './seed';
import { toStorageFailure } from './storage-failure';
import { sweepStores } from './store-sweep';

const looms = samplePack({ id: 'looms', title: 'Looms' });
const newer = (rest: Partial<FactPack> = {}): FactPack =>
  samplePack({ id: 'looms', title: 'Looms', version: '2.0.0', ...rest });

let db: FactDb;
const nobody = { isHeld: async () => false };
const LATER = Date.now() + 3_600_000;

beforeEach(async () => {
  vi.restoreAllMocks();
  Dexie.dependencies.indexedDB = new IDBFactory();
  db = await openFactDb();
  await seedPack(db, samplePack(), 'a'.repeat(64), 'bundled');
});

async function stored(id: string): Promise<FactPack> {
  const store = await storeOf(db, id);
  const row = (await readInstalledPacks(db)).find((pack) => pack.id === id);
  if (!row) throw new Error('not installed');
  const { version, title, license, description } = row;
  const { sources, entities, claims, relations } = store;
  return canonicalPack({
    ...{ id, version, title, license, description },
    sources: (await rowsOfPack(sources, id).toArray()).map(({ source }) => source),
    entities: (await rowsOfPack(entities, id).toArray()).map(({ entity }) => entity),
    claims: (await rowsOfPack(claims, id).toArray()).map(({ claim }) => claim),
    relations: (await rowsOfPack(relations, id).toArray()).map(({ relation }) => relation),
  });
}

describe('an import', () => {
  test('is nowhere to be seen before it is installed, and whole afterwards', async () => {
    const before = await dump(db);
    const { store, staged } = await stage(db, 'looms', writePackJson(looms));
    expect(staged).toMatchObject({
      ok: true,
      summary: {
        format: 'pack',
        counts: { sources: 2, entities: 3, claims: 4, relations: 1 },
        verdicts: { new: 10, same: 0, changed: 0, refused: 0 },
        base: null,
      },
    });
    expect(await readPacks(db)).toHaveLength(1);
    expect(await readCard(db, 'looms/ada')).toBeNull();
    expect((await dump(db))['facts']).toMatchObject({
      packs: (before['facts'] as { packs: unknown[] }).packs,
    });
    expect(await installImport(db, store, BUNDLED)).toEqual({ ok: true, pack: 'looms' });
    expect((await readCard(db, 'looms/ada'))?.pack).toMatchObject({ origin: 'imported' });
    expect(await stored('looms')).toEqual(canonicalPack(looms));
    expect((await readSearchRows(db)).entities).toHaveLength(6);
    const [, imported] = await readInstalledPacks(db);
    expect(imported).toMatchObject({ isEnabled: true, isPainted: false, store });
    expect(await sweepStores(db, nobody, LATER)).toEqual({ deleted: [], left: [], nextAt: null });
  });

  test('of a table takes the pack that the reader has named', async () => {
    const meta = {
      ...{ id: 'names', version: '2026.11.22', title: 'Names' },
      ...{ description: 'From a table.', license: 'unknown' },
    };
    const { store, staged } = await stage(db, 'names', 'name,kind\nAda Holm,person\n,person\n', {
      options: { meta },
    });
    expect(staged).toMatchObject({ ok: true, summary: { verdicts: { new: 1, refused: 1 } } });
    if (!staged.ok) return;
    const [code = ''] = Object.keys(staged.summary.refusals);
    expect(
      await readImportItems(store, { code: code as never, offset: 0, limit: 9 }),
    ).toMatchObject([{ type: 'refused', problem: { code, place: { line: 3 } } }]);
    await installImport(db, store, BUNDLED);
    expect((await stored('names')).entities.map(({ label }) => label)).toEqual(['Ada Holm']);
  });

  test('replaces the version before it, whose rows are swept', async () => {
    const first = await importPack(db, looms);
    const [ada] = looms.entities;
    if (!ada) throw new Error();
    const update = newer({
      claims: [],
      relations: [],
      entities: [{ ...ada, label: 'Lady Lovelace' }],
    });
    const { store, staged } = await stage(db, 'looms', writePackJson(update));
    expect(staged).toMatchObject({
      summary: { verdicts: { new: 0, same: 2, changed: 1, gone: 7 }, base: { version: '1.0.0' } },
    });
    const changed = await readImportItems(store, { verdict: 'changed', offset: 0, limit: 10 });
    expect(changed).toMatchObject([{ section: 'entities', id: 'ada', fields: ['label'] }]);
    expect(await stored('looms')).toEqual(canonicalPack(looms));
    await installImport(db, store, BUNDLED);
    expect(await stored('looms')).toEqual(canonicalPack(update));
    expect((await sweepStores(db, nobody)).deleted).toEqual([first]);
    expect(await Dexie.getDatabaseNames()).not.toContain(first);
    expect(await stored('looms')).toEqual(canonicalPack(update));
  });

  test('keeps what the reader has changed and deleted, and says where both have', async () => {
    await importPack(db, looms);
    const [ada, charles, engine] = looms.entities;
    const met = looms.claims.find(({ id }) => id === 'met');
    if (!ada || !charles || !engine || !met) throw new Error();
    const outcome = await changeRecords(db, 'looms', [
      { section: 'entities', id: 'ada', record: { ...ada, counterSigns: ['mine'] } },
      { section: 'claims', id: 'met', record: null },
      {
        section: 'claims',
        id: 'wrote-notes',
        record: { ...met, id: 'wrote-notes', text: 'Mine.' },
      },
    ]);
    expect(outcome).toMatchObject({ ok: true });
    const update = newer({
      entities: [{ ...ada, kind: 'concept' }, charles, engine],
      claims: looms.claims.map((claim) =>
        claim.id === 'wrote-notes' ? { ...claim, text: 'Theirs.' } : claim,
      ),
    });
    const { store, staged } = await stage(db, 'looms', writePackJson(update));
    expect(staged).toMatchObject({
      summary: { verdicts: { changed: 1, conflicting: 1, gone: 0 } },
    });
    expect(
      await readImportItems(store, { verdict: 'conflicting', offset: 0, limit: 9 }),
    ).toMatchObject([{ id: 'wrote-notes', conflicts: [{ path: 'text', theirs: 'Theirs.' }] }]);
    await installImport(db, store, BUNDLED);
    const after = await stored('looms');
    expect(after.entities[0]).toMatchObject({ kind: 'concept', counterSigns: ['mine'] });
    expect(after.claims.map(({ id }) => id)).not.toContain('met');
    expect(after.claims.find(({ id }) => id === 'wrote-notes')?.text).toBe('Mine.');
    // And again, with nothing new: still the reader's.
    const again = await stage(db, 'looms', writePackJson(update));
    expect(again.staged).toMatchObject({ summary: { verdicts: { changed: 0, gone: 0, new: 0 } } });
    await installImport(db, again.store, BUNDLED);
    expect(await stored('looms')).toEqual(after);
  });

  test('brings back a name that the reader has deleted where the update speaks of it', async () => {
    const plain = newer({ version: '1.0.0', claims: [], relations: [] });
    await importPack(db, plain);
    await changeRecords(db, 'looms', [{ section: 'entities', id: 'ada', record: null }]);
    await importPack(db, newer());
    expect((await stored('looms')).entities).toHaveLength(3);
  });
});

describe('no import', () => {
  test.each(['engines', 'own'])('takes the id %s', async (id) => {
    expect(await beginImport(db, id, BUNDLED)).toEqual({ ok: false, code: 'reserved-id' });
  });

  test('is installed where the pack has changed since it was compared', async () => {
    await importPack(db, looms);
    const { store } = await stage(db, 'looms', writePackJson(newer()));
    await changeRecords(db, 'looms', [{ section: 'claims', id: 'met', record: null }]);
    const before = await dump(db);
    expect(await installImport(db, store, BUNDLED)).toEqual({ ok: false, code: 'outdated' });
    expect(await dump(db)).toEqual(before);
  });

  test('is installed twice, or after it was given up', async () => {
    const { store } = await stage(db, 'looms', writePackJson(looms));
    expect(await readPendingImports(db)).toMatchObject([
      { pack: 'looms', summary: { pack: 'looms' } },
    ]);
    await cancelImport(db, store);
    expect(await installImport(db, store, BUNDLED)).toMatchObject({ code: 'not-staged' });
    await sweepStores(db, nobody);
    expect(await installImport(db, store, BUNDLED)).toMatchObject({ code: 'not-staged' });
    expect(await Dexie.getDatabaseNames()).toEqual(['facts']);
  });

  test('of a file that calls itself otherwise at its end', async () => {
    const text = writePackJson(looms).replace('"looms"', '"other"');
    expect((await stage(db, 'looms', text)).staged).toMatchObject({ ok: true });
    const { store, staged } = await stage(db, 'looms', text, { fileId: 'looms' });
    expect(staged).toMatchObject({ ok: false, problem: { place: { path: 'id' } } });
    expect(await installImport(db, store, BUNDLED)).toMatchObject({ code: 'not-staged' });
  });
});

test.each([1, 2, 3, 1000])('a pack is exported as it came, %i records at a time', async (limit) => {
  const relations = [
    ...looms.relations,
    { from: 'ada', to: 'engine', kind: 'leads', claim: 'wrote-notes' } as const,
    { from: 'charles', to: 'ada', kind: 'ally-of', claim: 'met' } as const,
  ];
  await importPack(db, { ...looms, relations });
  const meta = await readPackMeta(db, 'looms');
  if (!meta) throw new Error();
  const chunks = packJsonChunks(meta, async function* (section) {
    let after: string | null = null;
    do {
      const page: RecordPage = await readRecordPage(db, 'looms', section, { after, limit });
      yield* page.records;
      after = page.next;
    } while (after !== null);
  });
  let text = '';
  for await (const chunk of chunks) text += chunk;
  expect(text).toBe(writePackJson({ ...looms, relations }));
});

describe('what fails leaves everything as it was', () => {
  const big = newer({
    entities: Array.from({ length: 5000 }, (_, index) => {
      const [ada] = looms.entities;
      if (!ada) throw new Error();
      return { ...ada, id: `ada-${index}` };
    }),
    claims: [],
    relations: [],
  });

  /** All that there was, with an older version of the pack and the reader's edit of it. */
  async function prepare(): Promise<Record<string, unknown>> {
    await importPack(db, looms);
    await changeRecords(db, 'looms', [{ section: 'claims', id: 'met', record: null }]);
    return dump(db);
  }

  test.each([1, 2, 1999, 2001, 4500, 5001, 5004])('a full disk at row %i', async (row) => {
    const before = await prepare();
    fillDiskAt(row);
    const error = await stage(db, 'looms', writePackJson(big)).then(
      () => null,
      (reason: unknown) => reason,
    );
    vi.restoreAllMocks();
    expect(toStorageFailure(error).reason).toBe('storage-full');
    await sweepStores(db, nobody, LATER);
    expect(await dump(db)).toEqual(before);
  });

  test.each([1, 2])('a full disk at row %i of the switch', async (row) => {
    const before = await prepare();
    const { store } = await stage(db, 'looms', writePackJson(big));
    fillDiskAt(row);
    await expect(installImport(db, store, BUNDLED)).rejects.toThrow();
    vi.restoreAllMocks();
    await sweepStores(db, nobody, LATER);
    expect(await dump(db)).toEqual(before);
  });

  test.each([0, 1, 50, 350])('a reader who has enough after piece %i', async (piece) => {
    const before = await prepare();
    const abort = new AbortController();
    async function* chunks() {
      let number = 0;
      for (const bytes of pieces(new TextEncoder().encode(writePackJson(big)), 4000)) {
        if (number++ === piece) abort.abort();
        yield bytes;
      }
    }
    await expect(
      stage(db, 'looms', '', { chunks: chunks(), options: { signal: abort.signal } }),
    ).rejects.toThrow();
    await sweepStores(db, nobody, LATER);
    expect(await dump(db)).toEqual(before);
  });

  test.each([0, 1, 50, 350])('a browser that dies after piece %i', async (piece) => {
    const before = await prepare();
    async function* chunks() {
      let number = 0;
      for (const bytes of pieces(new TextEncoder().encode(writePackJson(big)), 4000)) {
        if (number++ === piece) throw new Error('killed');
        yield bytes;
      }
    }
    await expect(stage(db, 'looms', '', { chunks: chunks() })).rejects.toThrow('killed');
    db.close();
    db = await openFactDb();
    await sweepStores(db, nobody, LATER);
    expect(await dump(db)).toEqual(before);
  });

  test.each([
    ['cut off', writePackJson(big).slice(0, 300_000)],
    ['empty', ''],
    ['another language', '<!doctype html><p>No.'],
  ])('a file that is %s', async (_name, text) => {
    const before = await prepare();
    const { store, staged } = await stage(db, 'looms', text);
    expect(staged.ok).toBe(false);
    expect(await installImport(db, store, BUNDLED)).toMatchObject({ code: 'not-staged' });
    await sweepStores(db, nobody, LATER);
    expect(await dump(db)).toEqual(before);
  });
});

describe('the sweep', () => {
  test('leaves a store that a living page fills', async () => {
    const { store } = await stage(db, 'looms', writePackJson(looms));
    const page = { isHeld: async (name: string) => name === store };
    expect(await sweepStores(db, page, LATER)).toEqual({
      deleted: [],
      left: [store],
      nextAt: null,
    });
    expect(await sweepStores(db, nobody)).toEqual({ deleted: [], left: [store], nextAt: null });
    expect((await sweepStores(db, nobody, LATER)).deleted).toEqual([store]);
  });

  test('finds a store that no registry knows', async () => {
    const lost = new Dexie('pack lost');
    lost.version(1).stores({ rows: 'id' });
    await lost.open();
    lost.close();
    expect((await sweepStores(db, nobody)).deleted).toEqual(['pack lost']);
  });
});
