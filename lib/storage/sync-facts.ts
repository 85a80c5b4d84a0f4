/** The reader's own facts as a kind of the sync. */
import { OWN_PACK_ID } from '../core/clipping/own-pack';
import type { FactPack } from '../core/facts/pack-schema';
import { recordId } from '../core/packs/compare-import';
import { type PackMeta, type PackRecord, SECTIONS } from '../core/packs/import-event';
import { factId, factName, factRules, isSoundFact } from '../core/sync/kind-rules';
import type { Values } from '../core/sync/reconcile';
import type { FactDb } from './fact-db';
import { readWholePack } from './make-backup';
import { readInstalledPacks } from './pack-registry';
import { changeRecords } from './record-edits';
import { referencesOf } from './record-references';
import { readSyncMemory, writeSyncMemory } from './sync-memory';
import { NotTakenError, type SyncedKind } from './synced-kind';

/** Far more than fits; a pack of a million names is not even read. */
const MAX_SYNCED_FACTS = 5000;

/** `onChanged` is told when records were changed. */
export function syncedFacts(
  db: FactDb,
  ownMeta: PackMeta,
  onChanged: () => Promise<void>,
): SyncedKind {
  return {
    rules: factRules(referencesOf),
    isSound: isSoundFact,
    max: MAX_SYNCED_FACTS,
    async read() {
      const own = (await readInstalledPacks(db)).find(({ id }) => id === OWN_PACK_ID);
      const counts = own ? Object.values(own.counts) : [];
      if (counts.reduce((sum, count) => sum + count, 0) > MAX_SYNCED_FACTS) return null;
      return valuesOf(await readWholePack(db, OWN_PACK_ID));
    },
    readMemory: () => readSyncMemory(db, 'facts'),
    async apply(changes, memory) {
      const remember = () => writeSyncMemory(db, 'facts', memory);
      if (changes.length === 0) return remember();
      const outcome = await changeRecords(
        db,
        OWN_PACK_ID,
        changes.map(({ id, before, after, beside }) => ({
          ...{ ...factName(id), record: after, before, beside },
        })),
        { ownMeta },
      );
      if (!outcome.ok) throw new NotTakenError(JSON.stringify(outcome.problem));
      await remember();
      await onChanged();
    },
  };
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
