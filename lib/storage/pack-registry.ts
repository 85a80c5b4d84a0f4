/** Which packs are installed, and what the reader has chosen for each. */
import * as v from 'valibot';
import type { EntityCard } from '../core/facts/card';
import type { PackColour } from '../core/settings/pack-colour';
import {
  type ChoiceRow,
  ChoiceRowSchema,
  type FactDb,
  type PackRow,
  PackRowSchema,
} from './fact-db';
import { storeOfRow } from './pack-store';
import { estimateRoom } from './store-room';
import { validRows } from './valid-rows';

export interface InstalledPack extends PackRow {
  readonly isEnabled: boolean;
  /** Whether its names are painted on pages, where a page can see that they are. */
  readonly isPainted: boolean;
  /** Lower ones come first. */
  readonly order: number;
  /** Null where the reader has chosen none. */
  readonly colour: PackColour | null;
}

/** What is given changes. */
export interface PackChoice {
  readonly isEnabled?: boolean | undefined;
  readonly isPainted?: boolean | undefined;
  readonly order?: number | undefined;
  /** Null takes it away. */
  readonly colour?: PackColour | null | undefined;
}

/** The reader's own facts first, what the reader brought after what we brought. */
const STANDARD_ORDER: Readonly<Record<PackRow['origin'], number>> = {
  own: 0,
  bundled: 1000,
  imported: 2000,
};

/** All packs that are stored whole, in the reader's order, disabled ones among them. */
export async function readInstalledPacks(db: FactDb): Promise<InstalledPack[]> {
  const [rows, choices] = await Promise.all([readPackRows(db), readChoices(db)]);
  return rows
    .map((row) => withChoice(row, choices.get(row.id)))
    .sort(
      (a, b) =>
        a.order - b.order || compare(a.importedAt ?? '', b.importedAt ?? '') || compare(a.id, b.id),
    );
}

/** A pack as cards name it. */
export function packOfCard(pack: InstalledPack): EntityCard['pack'] {
  const { id, version, title, license, origin, colour } = pack;
  return { id, version, title, license, origin, colour };
}

/** Packs that are stored whole. */
export async function readPackRows(db: FactDb): Promise<PackRow[]> {
  return validRows(PackRowSchema, await db.packs.toArray());
}

/** False where no such pack is installed. */
export async function choosePack(db: FactDb, id: string, choice: PackChoice): Promise<boolean> {
  return db.transaction('rw', [db.packs, db.choices], async () => {
    if ((await db.packs.get(id)) === undefined) return false;
    await db.choices.put(changedChoice(id, await db.choices.get(id), choice));
    return true;
  });
}

/** Gives the packs the order of the list; those that are not in it come after. */
export async function orderPacks(db: FactDb, ids: readonly string[]): Promise<void> {
  await db.transaction('rw', [db.packs, db.choices], async () => {
    const installed = await readInstalledPacks(db);
    const listed = ids.filter((id) => installed.some((pack) => pack.id === id));
    const rest = installed.map(({ id }) => id).filter((id) => !listed.includes(id));
    for (const [order, id] of [...listed, ...rest].entries()) {
      await db.choices.put(changedChoice(id, await db.choices.get(id), { order }));
    }
  });
}

export type RemovedPack = 'removed' | 'not-installed' | 'not-removable';

/**
 * The pack is gone once this is done, whatever its size. Its rows stay for a day, in which
 * `returnPack` brings it back, and are cleared away by `sweepStores`. Only imported packs can be
 * removed: others can be disabled.
 */
export async function removePack(
  db: FactDb,
  id: string,
  now: Date = new Date(),
): Promise<RemovedPack> {
  const bytes = await roomOf(db, id);
  const tables = [db.packs, db.choices, db.stores, db.edits, db.changes];
  const small = [db.sources, db.entities, db.claims, db.relations];
  return db.transaction('rw', [...tables, ...small], async () => {
    const row = v.safeParse(PackRowSchema, await db.packs.get(id));
    if (!row.success) return 'not-installed';
    if (row.output.origin !== 'imported') return 'not-removable';
    const choice = v.safeParse(ChoiceRowSchema, await db.choices.get(id));
    await db.packs.delete(id);
    // A pack that is added under this id later begins as any other.
    await db.choices.delete(id);
    const { store } = row.output;
    if (store !== undefined) {
      const at = now.toISOString();
      const kept = { at, row: row.output, choice: choice.success ? choice.output : null, bytes };
      const before = (await db.stores.get(store)) ?? { name: store, pack: id, at };
      await db.stores.put({ ...before, state: 'deleted', deleted: kept });
    }
    // Packs that an early version has stored here are small.
    else for (const table of small) await table.where('pack').equals(id).delete();
    return 'removed';
  });
}

/** Null for what has no database of its own, or cannot be asked. */
async function roomOf(db: FactDb, id: string): Promise<number | null> {
  const row = v.safeParse(PackRowSchema, await db.packs.get(id));
  if (!row.success || row.output.store === undefined) return null;
  try {
    return await estimateRoom(await storeOfRow(db, row.output), row.output);
  } catch {
    return null;
  }
}

function withChoice(row: PackRow, choice: ChoiceRow | undefined): InstalledPack {
  return {
    ...row,
    isEnabled: choice?.isEnabled ?? true,
    // A page can read what is painted, and so what the reader takes an interest in.
    isPainted: choice?.isPainted ?? row.origin === 'bundled',
    order: choice?.order ?? STANDARD_ORDER[row.origin],
    colour: choice?.colour ?? null,
  };
}

export function changedChoice(
  id: string,
  before: ChoiceRow | undefined,
  { isEnabled, isPainted, order, colour }: PackChoice,
): ChoiceRow {
  return {
    ...(before ?? { id }),
    ...(isEnabled !== undefined && { isEnabled }),
    ...(isPainted !== undefined && { isPainted }),
    ...(order !== undefined && { order }),
    ...(colour !== undefined && { colour }),
  };
}

async function readChoices(db: FactDb): Promise<Map<string, ChoiceRow>> {
  // A fact base that could not be upgraded has no such table.
  if (!db.tables.some(({ name }) => name === 'choices')) return new Map();
  const rows = validRows(ChoiceRowSchema, await db.choices.toArray());
  return new Map(rows.map((row) => [row.id, row]));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
