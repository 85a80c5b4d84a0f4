/** The reader's own facts as a kind of the sync. */
import * as v from 'valibot';
import { OWN_PACK_ID } from '../core/clipping/own-pack';
import type { FactPack } from '../core/facts/pack-schema';
import { recordId } from '../core/packs/compare-import';
import { type PackMeta, type PackRecord, SECTIONS } from '../core/packs/import-event';
import { factId, factName, factRules, isSoundFact } from '../core/sync/kind-rules';
import type { Values } from '../core/sync/reconcile';
import { type FactDb, PackRowSchema } from './fact-db';
import { readWholePack } from './make-backup';
import { ChangedMeanwhileError, changeRecords } from './record-edits';
import { referencesOf } from './record-references';
import { readSyncMemory, writeSyncMemory } from './sync-memory';
import { type InTurn, NotTakenError, type SyncedKind } from './synced-kind';

/** Far more than fits; a pack of a million names is not even read. */
const MAX_SYNCED_FACTS = 5000;

export interface SyncedFactsOptions {
  /** What the own pack is called, where it is not there yet. */
  readonly ownMeta: PackMeta;
  /** Runs a task while nobody else decides by what is stored. */
  readonly inTurn: InTurn;
  /** Is told when records were changed. */
  readonly onChanged: () => Promise<void>;
}

export function syncedFacts(
  db: FactDb,
  { ownMeta, inTurn, onChanged }: SyncedFactsOptions,
): SyncedKind {
  return {
    rules: factRules(referencesOf),
    isSound: isSoundFact,
    max: MAX_SYNCED_FACTS,
    async read() {
      const count = await countOwn(db);
      if (count > MAX_SYNCED_FACTS) return null;
      const values = valuesOf(await readWholePack(db, OWN_PACK_ID));
      // They were edited meanwhile, or are damaged.
      if (values.size !== count) throw new ChangedMeanwhileError('Not all own facts can be read.');
      return values;
    },
    readMemory: () => readSyncMemory(db, 'facts'),
    async apply(changes, memory) {
      const remember = () => writeSyncMemory(db, 'facts', memory);
      if (changes.length === 0) return remember();
      const records = changes.map(({ id, before, after, beside }) => ({
        ...{ ...factName(id), record: after, before, beside },
      }));
      const outcome = await inTurn(() => changeRecords(db, OWN_PACK_ID, records, { ownMeta }));
      if (!outcome.ok) throw new NotTakenError(JSON.stringify(outcome.problem));
      await remember();
      await onChanged();
    },
  };
}

async function countOwn(db: FactDb): Promise<number> {
  const stored: unknown = await db.packs.get(OWN_PACK_ID);
  if (stored === undefined) return 0;
  const { counts } = v.parse(PackRowSchema, stored);
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function valuesOf(pack: FactPack | null): Values {
  const all = SECTIONS.flatMap((section) =>
    (pack?.[section] ?? []).map((record) => {
      const id = recordId({ section, record } as PackRecord);
      return [factId({ section, id }), record] as const;
    }),
  );
  return new Map(all);
}
