/**
 * Which entities of a pack that waits to be installed are known from other packs already, and will
 * be shown as one with them. It looks up the smaller of two packs in the larger one's index, and
 * only so many of it and for so long: before a list of a million names the reader does not wait.
 */
import { type EntityKey, packOfKey } from '../core/facts/keys';
import type { PackColour } from '../core/settings/pack-colour';
import type { FactDb } from './fact-db';
import { readStaged } from './pack-import';
import type { InstalledPack } from './pack-registry';
import { rowsOfPack } from './pack-rows';
import { storeOfRow } from './pack-store';
import { readPacks } from './read-facts';
import { findSame } from './same-entities';

export interface ImportTwin {
  /** As the waiting pack calls it. */
  readonly label: string;
  /** The pack that knows it already. */
  readonly pack: { readonly title: string; readonly colour: PackColour | null };
}

export interface ImportTwins {
  /** Entities of the waiting pack. */
  readonly count: number;
  /** False where there may be more. */
  readonly isComplete: boolean;
  readonly first: readonly ImportTwin[];
}

export interface TwinLimits {
  /** Entities of a pack that are looked up in another. */
  readonly entities: number;
  /** For all of it, milliseconds. */
  readonly patience: number;
  readonly shown: number;
}

const LIMITS: TwinLimits = { entities: 2000, patience: 3000, shown: 5 };

/** Entities that one question is about. */
const BATCH = 100;

/** Null where nothing waits under this name. */
export async function findImportTwins(
  db: FactDb,
  store: string,
  limits: TwinLimits = LIMITS,
): Promise<ImportTwins | null> {
  const staged = await readStaged(store);
  if (!staged) return null;
  const choices = { isEnabled: true, isPainted: false, order: 0, colour: null };
  const waiting: InstalledPack = { ...staged.row, store, ...choices };
  const others = (await readPacks(db)).filter(({ id }) => id !== waiting.id);
  const end = Date.now() + limits.patience;
  const found = new Map<EntityKey, ImportTwin>();
  let isComplete = true;
  // The small ones are looked up whole.
  for (const other of others.sort((a, b) => a.counts.entities - b.counts.entities)) {
    const asked = other.counts.entities <= waiting.counts.entities ? other : waiting;
    const keys = await firstKeys(db, asked, limits.entities);
    if (asked.counts.entities > keys.length) isComplete = false;
    for (let at = 0; at < keys.length; at += BATCH) {
      if (Date.now() > end) return told(found, false, limits);
      const groups = await findSame(db, [other, waiting], keys.slice(at, at + BATCH));
      for (const group of groups) {
        const one = group.find(({ key }) => packOfKey(key) === waiting.id);
        if (!one || group.length < 2 || found.has(one.key)) continue;
        const { title, colour } = other;
        found.set(one.key, { label: one.entity.label, pack: { title, colour } });
      }
    }
  }
  return told(found, isComplete, limits);
}

function told(
  found: ReadonlyMap<EntityKey, ImportTwin>,
  isComplete: boolean,
  { shown }: TwinLimits,
): ImportTwins {
  return { count: found.size, isComplete, first: [...found.values()].slice(0, shown) };
}

async function firstKeys(db: FactDb, pack: InstalledPack, limit: number): Promise<EntityKey[]> {
  const store = await storeOfRow(db, pack);
  return rowsOfPack(store.entities, pack.id).limit(limit).primaryKeys();
}
