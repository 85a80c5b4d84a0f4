// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { ownPackMeta } from '../core/clipping/own-pack';
import type { Entity, FactPack } from '../core/facts/pack-schema';
import { relationKey } from '../core/packs/canonical-pack';
import { chooseVersion, conflictsOf } from '../core/sync/conflicts';
import { keysOfKind, offKey } from '../core/sync/letter';
import type { Items } from '../core/sync/room';
import { readHistory } from './edit-history';
import { type FactDb, openFactDb } from './fact-db';
import { readWholePack } from './make-backup';
import { DeviceTakenError, meetOthers } from './meet-others';
import { samplePack } from './pack.fixture';
import { dump } from './pack-import.fixture';
import { changeRecords, type RecordChange } from './record-edits';
import type { SyncArea } from './sync-area';
import { syncedFacts } from './sync-facts';
import { forgetSyncMemory } from './sync-memory';

const META = ownPackMeta('My facts', 'What I have clipped.');
const { sources, entities, claims } = samplePack();
const [ada, charles] = entities as [Entity, Entity];
const ALL: RecordChange[] = [
  ...sources.map((record) => ({ section: 'sources' as const, id: record.id, record })),
  ...entities.map((record) => ({ section: 'entities' as const, id: record.id, record })),
  ...claims.map((record) => ({ section: 'claims' as const, id: record.id, record })),
];

/** One area that both devices see at once. */
class Area implements SyncArea {
  items: Record<string, unknown> = {};
  refuses = false;

  read = async (): Promise<Items> => structuredClone(this.items);

  async write(items: Items): Promise<void> {
    if (this.refuses) throw new Error('MAX_WRITE_OPERATIONS_PER_MINUTE');
    Object.assign(this.items, structuredClone(items));
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) delete this.items[key];
  }
}

class Device {
  /** What others do who have their turn first. */
  beforeTurn = async (): Promise<void> => {};

  constructor(
    readonly name: string,
    readonly db: FactDb,
    readonly area: Area,
  ) {}

  get synced() {
    return syncedFacts(this.db, {
      ...{ ownMeta: META, onChanged: async () => {} },
      inTurn: async (task) => {
        await this.beforeTurn();
        return task();
      },
    });
  }

  async save(...changes: RecordChange[]): Promise<void> {
    const outcome = await changeRecords(this.db, 'own', changes, { ownMeta: META });
    expect(outcome).toMatchObject({ ok: true });
  }

  meet() {
    return meetOthers('facts', this.synced, this.area, this.name);
  }

  async own(): Promise<FactPack | null> {
    return readWholePack(this.db, 'own');
  }

  async label(id: string): Promise<string | undefined> {
    return (await this.own())?.entities.find((entity) => entity.id === id)?.label;
  }

  async conflicts() {
    return conflictsOf('facts', await this.synced.readMemory(), this.name);
  }

  history(id: string) {
    return readHistory(this.db, 'own', { section: 'entities', id });
  }
}

let area: Area;
let here: Device;
let there: Device;

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  area = new Area();
  here = new Device('aaaaaaaaaa', await openFactDb({ name: 'here' }), area);
  there = new Device('bbbbbbbbbb', await openFactDb({ name: 'there' }), area);
});

const named = (entity: Entity, label: string): RecordChange => ({
  section: 'entities',
  id: entity.id,
  record: {
    ...entity,
    label,
    aliases: [{ ...entity.aliases[0], text: label }, ...entity.aliases.slice(1)],
  },
});

async function meetBoth(): Promise<void> {
  for (const device of [here, there, here, there]) await device.meet();
}

describe('own facts', () => {
  test('come to the other device as they are, and go with all that is deleted', async () => {
    await here.save(...ALL);
    expect(await here.meet()).toMatchObject({ isSent: true, trouble: null, conflicts: 0 });
    expect(await there.meet()).toMatchObject({ isSent: false, isChanged: true });
    expect(await there.own()).toEqual(await here.own());
    await there.save({ section: 'claims', id: 'met', record: null });
    await meetBoth();
    expect((await here.own())?.claims.map(({ id }) => id)).not.toContain('met');
    expect((await here.own())?.claims).toHaveLength(3);
  });

  test('a meeting without news writes nothing', async () => {
    await here.save(...ALL);
    await meetBoth();
    const before = structuredClone(area.items);
    await meetBoth();
    expect(area.items).toEqual(before);
  });

  test('edits of different fields are put together', async () => {
    await here.save(...ALL);
    await meetBoth();
    await here.save({ section: 'entities', id: 'ada', record: { ...ada, kind: 'product' } });
    await there.save(named(ada, 'Augusta'));
    await meetBoth();
    for (const device of [here, there]) {
      const found = (await device.own())?.entities.find(({ id }) => id === 'ada');
      expect(found).toMatchObject({ kind: 'product', label: 'Augusta' });
      expect(await device.conflicts()).toEqual([]);
    }
  });

  test('two labels: both are kept, the same holds on both, and the reader chooses', async () => {
    await here.save(...ALL);
    await meetBoth();
    await here.save(named(ada, 'Countess'));
    await there.save(named(ada, 'Augusta'));
    await meetBoth();
    const label = await here.label('ada');
    expect(await there.label('ada')).toBe(label);
    const [conflict] = await here.conflicts();
    expect(conflict?.versions.map(({ value }) => (value as Entity).label).sort()).toEqual([
      'Augusta',
      'Countess',
    ]);
    for (const device of [here, there]) {
      const past = (await device.history('ada'))?.edits.map(({ after }) => after?.['label']);
      expect(past).toEqual(expect.arrayContaining(['Augusta', 'Countess']));
      expect(past?.at(-1)).toBe(label);
    }
    const memory = await there.synced.readMemory();
    const other = conflict?.versions[1]?.dot;
    const chosen = other && chooseVersion(memory, 'entities/ada', other, there.name, () => true);
    if (chosen) await there.synced.apply(chosen.changes, chosen.memory);
    await meetBoth();
    expect(await here.label('ada')).toBe(label === 'Augusta' ? 'Countess' : 'Augusta');
    expect(await there.label('ada')).toBe(await here.label('ada'));
    expect(await here.conflicts()).toEqual([]);
  });

  test('both versions can stay, as two names', async () => {
    await here.save(...ALL);
    await meetBoth();
    await here.save(named(ada, 'Countess'));
    await there.save(named(ada, 'Augusta'));
    await meetBoth();
    const chosen = chooseVersion(
      await here.synced.readMemory(),
      'entities/ada',
      'all',
      here.name,
      () => true,
    );
    if (chosen) await here.synced.apply(chosen.changes, chosen.memory);
    await meetBoth();
    for (const device of [here, there]) {
      const labels = [await device.label('ada'), await device.label('ada-2')].sort();
      expect(labels).toEqual(['Augusta', 'Countess']);
      expect(await device.conflicts()).toEqual([]);
    }
  });

  test('what the reader saves while others’ facts come is put together with them', async () => {
    await here.save(...ALL);
    await meetBoth();
    await here.save({ section: 'entities', id: 'ada', record: { ...ada, kind: 'product' } });
    await here.meet();
    there.beforeTurn = async () => {
      there.beforeTurn = async () => {};
      await there.save(named(ada, 'Augusta'));
    };
    await meetBoth();
    for (const device of [here, there]) {
      const found = (await device.own())?.entities.find(({ id }) => id === 'ada');
      expect(found).toMatchObject({ kind: 'product', label: 'Augusta' });
    }
  });

  test('a name deleted here and used there comes back', async () => {
    await here.save(...ALL.filter(({ section }) => section !== 'claims'));
    await meetBoth();
    await here.save({ section: 'entities', id: 'charles', record: null });
    const [claim] = claims;
    const record = { ...claim, id: 'new', entities: [charles.id] };
    await there.save({ section: 'claims', id: 'new', record });
    await meetBoth();
    for (const device of [here, there]) {
      expect(await device.label('charles')).toBe('Charles Babbage');
      expect((await device.own())?.claims.map(({ id }) => id)).toEqual(['new']);
    }
  });
});

describe('a damaged store', () => {
  test('keeps what others would refuse, and sends the rest', async () => {
    await here.save(...ALL);
    const row = await here.db.entities.get('own/charles');
    const entity = { ...charles, label: 'No alias of its own' };
    if (row) await here.db.entities.put({ ...row, entity });
    await meetBoth();
    expect(await there.label('ada')).toBe('Ada Lovelace');
    expect(await there.label('charles')).toBeUndefined();
    expect(await here.label('charles')).toBe('No alias of its own');
  });

  test.each<[string, (db: FactDb) => Promise<unknown>]>([
    ['its row of the own pack', (db) => db.packs.update('own', { origin: 'x' as 'own' })],
    ['a relation', (db) => db.relations.toCollection().modify({ relation: {} as never })],
  ])('that cannot read %s deletes nothing elsewhere', async (_name, damage) => {
    const relations = samplePack().relations.map((record) => ({
      ...{ section: 'relations' as const, id: relationKey(record), record },
    }));
    await here.save(...ALL, ...relations);
    await meetBoth();
    const before = await there.own();
    await damage(here.db);
    await expect(here.meet()).rejects.toThrow();
    await there.meet();
    expect(await there.own()).toEqual(before);
  });
});

describe('what comes is not trusted', () => {
  const damages: readonly (readonly [
    string,
    (items: Record<string, unknown>, head: string) => void,
  ])[] = [
    ['another part', (items, head) => Object.assign(items, { [`${head}-0`]: 'AAAA' })],
    ['a part of another kind', (items, head) => Object.assign(items, { [`${head}-0`]: { a: 1 } })],
    ['another hash', (items, head) => Object.assign(items[head] as object, { hash: 'x' })],
    ['a head of nothing', (items, head) => Object.assign(items, { [head]: null })],
    [
      'a head with more parts than there can be',
      (items, head) => Object.assign(items[head] as object, { parts: 1e9 }),
    ],
  ];
  test.each(damages)('%s: a message, and the store as it was', async (_name, damage) => {
    await here.save(...ALL);
    await there.save(named(ada, 'Augusta'));
    await here.meet();
    const head = Object.keys(area.items).find((key) => /^facts-\w+-\d+$/.test(key)) ?? '';
    damage(area.items, head);
    const before = await there.own();
    expect((await there.meet()).trouble).toEqual({ code: 'damaged' });
    expect(await there.own()).toEqual(before);
  });

  test('a letter that has not wholly arrived is waited for', async () => {
    await here.save(...ALL);
    await here.meet();
    const head = Object.keys(area.items).find((key) => /^facts-\w+-\d+$/.test(key)) ?? '';
    const { [`${head}-0`]: part, ...rest } = area.items;
    area.items = rest;
    expect(await there.meet()).toMatchObject({ trouble: null, isChanged: false });
    area.items[`${head}-0`] = part;
    await there.meet();
    expect(await there.own()).toEqual(await here.own());
  });

  test('a newer format is left alone', async () => {
    await here.save(...ALL);
    await here.meet();
    const head = Object.keys(area.items).find((key) => /^facts-\w+-\d+$/.test(key)) ?? '';
    Object.assign(area.items[head] as object, { format: 2 });
    const before = structuredClone(area.items);
    await there.save(named(ada, 'Augusta'));
    expect((await there.meet()).trouble).toEqual({ code: 'newer' });
    expect(area.items).toMatchObject(before);
    expect(await there.label('ada')).toBe('Augusta');
  });
});

describe('the browser', () => {
  test('with no room: a size, nothing half sent, and what comes still arrives', async () => {
    await there.save(...ALL);
    await there.meet();
    // What is random cannot be deflated.
    const many = Array.from({ length: 400 }, (_, index) => ({
      ...ada,
      id: `ada-${index}`,
      summary: [
        {
          text: Array.from({ length: 13 }, () => crypto.randomUUID()).join(' '),
          basis: 'editorial',
        },
      ],
    }));
    await here.save(
      ...many.map((record) => ({ section: 'entities' as const, id: record.id, record })),
    );
    const before = structuredClone(area.items);
    const outcome = await here.meet();
    expect(outcome.trouble).toMatchObject({ code: 'too-large' });
    expect(area.items).toEqual(before);
    expect(await here.label('charles')).toBe('Charles Babbage');
  });

  test('that refuses loses nothing', async () => {
    await here.save(...ALL);
    area.refuses = true;
    await expect(here.meet()).rejects.toThrow('MAX_WRITE');
    area.refuses = false;
    expect(await here.meet()).toMatchObject({ isSent: true });
    await there.meet();
    expect(await there.own()).toEqual(await here.own());
    expect(keysOfKind('facts', area.items)).toHaveLength(2);
  });

  test('that dies before the memory is written takes what came for its own, not back', async () => {
    await here.save(...ALL);
    await meetBoth();
    const memory = await there.synced.readMemory();
    await here.save(named(ada, 'Countess'));
    await here.meet();
    await there.meet();
    await there.db.values.put({ name: 'sync facts', value: memory });
    await meetBoth();
    expect(await here.label('ada')).toBe('Countess');
    expect(await there.label('ada')).toBe('Countess');
    expect(await here.conflicts()).toEqual([]);
  });
});

test('a device whose profile was set back takes another name', async () => {
  await here.save(...ALL);
  await here.meet();
  await here.db.values.clear();
  await expect(here.meet()).rejects.toThrow(DeviceTakenError);
});

test('after the mark nothing is read or sent', async () => {
  await here.save(...ALL);
  await here.meet();
  area.items = { [offKey('facts')]: { format: 1 } };
  const before = await dump(here.db);
  expect((await here.meet()).trouble).toEqual({ code: 'erased' });
  expect(await dump(here.db)).toEqual(before);
  expect(Object.keys(area.items)).toEqual([offKey('facts')]);
});

test('devices that have forgotten begin anew with what they have, and lose nothing', async () => {
  await here.save(...ALL);
  await meetBoth();
  await here.save(named(ada, 'Countess'));
  area.items = {};
  for (const { db } of [here, there]) await forgetSyncMemory(db, 'facts');
  expect((await there.own())?.entities).toHaveLength(3);
  here = new Device('cccccccccc', here.db, area);
  there = new Device('dddddddddd', there.db, area);
  await meetBoth();
  const labels = (await here.conflicts()).flatMap(({ versions }) =>
    versions.map(({ value }) => (value as Entity).label),
  );
  expect(labels.sort()).toEqual(['Ada Lovelace', 'Countess']);
  expect(await there.own()).toEqual(await here.own());
});
