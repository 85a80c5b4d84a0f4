/**
 * Name lists too large for tabs, in a database of their own: the background opens it when a page
 * asks, without going through the fact base and its checks. One record a list, read back whole.
 */
import { Dexie, type EntityTable } from 'dexie';
import * as v from 'valibot';
import type { LargeTables } from '../core/matcher/large-tables';

const bytes = v.instance(Uint8Array);
const numbers = v.instance(Uint32Array);

const LargeTablesSchema = v.object({
  aliasBytes: bytes,
  aliasStart: numbers,
  aliasEntity: numbers,
  aliasRules: bytes,
  slots: numbers,
  slotTags: bytes,
  idBytes: bytes,
  idStart: numbers,
  entityLabel: numbers,
  entityIsPerson: bytes,
  relatedStart: numbers,
  related: numbers,
  cautionEntity: numbers,
  cautionBytes: bytes,
  cautionStart: numbers,
  pack: v.string(),
  longest: v.number(),
});

const ListRowSchema = v.object({
  pack: v.string(),
  /** Names the version of the pack that the tables were built from. */
  part: v.string(),
  tables: LargeTablesSchema,
});

/** A list and the version of the pack that it was built from. */
export interface LargeList {
  readonly part: string;
  readonly tables: LargeTables;
}

export interface LargeListStore {
  /** Of the lists that are stored. Cheap. */
  readParts(): Promise<readonly string[]>;
  /** Of these parts; of all where none are named. */
  readTables(parts?: readonly string[]): Promise<readonly LargeTables[]>;
  /** Stores a list in the place of an older one of the same pack. */
  write(list: LargeList): Promise<void>;
  /** Removes all lists but these. */
  keepOnly(parts: readonly string[]): Promise<void>;
}

interface ListRow extends LargeList {
  readonly pack: string;
}

class LargeListDb extends Dexie {
  declare lists: EntityTable<ListRow, 'pack'>;

  constructor() {
    super('large-lists');
    this.version(1).stores({ lists: 'pack, part' });
  }
}

export function createLargeListStore(): LargeListStore {
  const db = new LargeListDb();
  return {
    async readParts() {
      return (await db.lists.orderBy('part').keys()).map(String);
    },
    async readTables(parts) {
      const wanted = parts ? db.lists.where('part').anyOf(parts) : db.lists;
      const rows: unknown[] = await wanted.toArray();
      // A list of a shape that we do not know is passed over; the others still serve.
      return rows.flatMap((row) => {
        const parsed = v.safeParse(ListRowSchema, row);
        return parsed.success ? [parsed.output.tables] : [];
      });
    },
    async write({ part, tables }) {
      await db.lists.put({ pack: tables.pack, part, tables });
    },
    async keepOnly(parts) {
      await db.lists
        .where('part')
        .noneOf([...parts])
        .delete();
    },
  };
}
