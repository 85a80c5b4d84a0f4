/**
 * Calls about packs, the reader's edits and backups; a part of the protocol. All are for our
 * own pages only. What a call could not do comes back as data, with everything as it was.
 */
import * as v from 'valibot';
import { PACK_ORIGINS } from '../core/facts/verification';
import { SECTIONS } from '../core/packs/import-event';
import { PROBLEM_CODES } from '../core/packs/import-problem';
import { PackMetaSchema } from '../core/packs/read-pack-json';
import { PackColourSchema } from '../core/settings/pack-colour';
import {
  ImportBaseSchema,
  ImportItemSchema,
  ImportProblemSchema,
  ImportSummarySchema,
} from '../storage/import-summary';

const nothing = v.strictObject({});
const packId = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const storeName = v.pipe(v.string(), v.maxLength(200));
const recordId = v.pipe(v.string(), v.maxLength(400));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = { pack: packId, section: v.picklist(SECTIONS), id: recordId };
const record = v.looseObject({});
const time = v.nullable(v.string());

/** Records that one message carries. */
export const MAX_RECORDS = 1000;
/** Of a backup as text, UTF-16 code units; browsers refuse messages of more than 64 MB. */
export const MAX_BACKUP_TEXT = 20_000_000;

export const InstalledPackSchema = v.strictObject({
  id: v.string(),
  version: v.string(),
  title: v.string(),
  license: v.string(),
  description: v.string(),
  origin: v.picklist(PACK_ORIGINS),
  entities: count,
  claims: count,
  sources: count,
  sha256: v.string(),
  /** ISO date and time; null where it is not known. */
  importedAt: time,
  isEnabled: v.boolean(),
  isPainted: v.boolean(),
  order: v.number(),
  /** Null where the reader has chosen none. */
  colour: v.nullable(PackColourSchema),
});

export const DeletedPackSchema = v.strictObject({
  store: v.string(),
  id: v.string(),
  title: v.string(),
  entities: count,
  /** ISO date and time. */
  keptUntil: v.string(),
  /** Of disk, roughly; null where nobody knows. */
  bytes: v.nullable(v.number()),
});

const recordName = v.strictObject({ section: v.picklist(SECTIONS), id: recordId });
const editProblem = v.variant('reason', [
  v.strictObject({ reason: v.literal('bad-record'), ...ImportProblemSchema.entries }),
  v.strictObject({
    reason: v.literal('in-use'),
    ...recordName.entries,
    /** Key of a record that names it. */
    user: v.string(),
  }),
  v.strictObject({
    reason: v.picklist(['not-installed', 'read-only', 'nothing-to-undo', 'nothing-to-redo']),
  }),
]);
export const EditOutcomeSchema = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), records: v.array(recordName) }),
  v.strictObject({ ok: v.literal(false), problem: editProblem }),
]);

const restorePlan = v.strictObject({
  own: v.strictObject({ new: count, same: count, changed: count, gone: count }),
  changesSettings: v.boolean(),
  changesSwitches: v.boolean(),
  changesMutes: v.boolean(),
  missingPacks: v.array(v.string()),
  edits: count,
  editsLeftOut: count,
});
const backupText = v.pipe(v.string(), v.maxLength(MAX_BACKUP_TEXT));

export const packProtocol = {
  /** All installed packs in the reader's order, disabled ones among them. */
  listPacks: {
    from: 'panel',
    params: nothing,
    result: v.strictObject({
      packs: v.array(InstalledPackSchema),
      /** Those that can still be had back, the latest first. */
      deleted: v.array(DeletedPackSchema),
    }),
  },
  setPack: {
    from: 'panel',
    params: v.strictObject({
      id: packId,
      isEnabled: v.optional(v.boolean()),
      isPainted: v.optional(v.boolean()),
      /** Null takes it away. */
      colour: v.optional(v.nullable(PackColourSchema)),
    }),
    result: v.strictObject({ isInstalled: v.boolean() }),
  },
  /** Gives the packs the order of the list. */
  orderPacks: {
    from: 'panel',
    params: v.strictObject({ ids: v.pipe(v.array(packId), v.maxLength(1000)) }),
    result: nothing,
  },
  deletePack: {
    from: 'panel',
    params: v.strictObject({ id: packId }),
    result: v.strictObject({
      outcome: v.picklist(['removed', 'not-installed', 'not-removable']),
      /** By which it can be had back; null where it cannot. */
      store: v.nullable(v.string()),
    }),
  },
  /** Undoes the deletion of a pack. */
  returnPack: {
    from: 'panel',
    params: v.strictObject({ store: storeName }),
    result: v.strictObject({
      outcome: v.picklist(['returned', 'gone', 'id-taken', 'too-many-packs']),
    }),
  },
  /** Frees the room of a deleted pack, which cannot be had back from then on. */
  giveUpPack: { from: 'panel', params: v.strictObject({ store: storeName }), result: nothing },
  /** Makes place for an import, which the calling page fills itself; see import-file.ts. */
  beginImport: {
    from: 'panel',
    params: v.strictObject({ pack: v.pipe(packId, v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)) }),
    result: v.variant('ok', [
      v.strictObject({
        ok: v.literal(true),
        store: storeName,
        installed: v.nullable(v.strictObject({ store: storeName, base: ImportBaseSchema })),
      }),
      v.strictObject({
        ok: v.literal(false),
        code: v.picklist(['reserved-id', 'too-many-packs', 'private-window']),
      }),
    ]),
  },
  /** Imports that are being read, or wait for the reader's word. */
  importStatus: {
    from: 'panel',
    params: nothing,
    result: v.strictObject({
      imports: v.array(
        v.strictObject({
          store: storeName,
          pack: v.string(),
          at: v.string(),
          /** Null as long as the file is being read. */
          summary: v.nullable(ImportSummarySchema),
        }),
      ),
    }),
  },
  /** A page of what an import would do; of each verdict the first thousand are kept. */
  importItems: {
    from: 'panel',
    params: v.strictObject({
      store: storeName,
      verdict: v.optional(v.picklist(['new', 'changed', 'conflicting', 'gone'])),
      code: v.optional(v.picklist(PROBLEM_CODES)),
      offset: count,
      limit: v.pipe(count, v.minValue(1), v.maxValue(MAX_RECORDS)),
    }),
    result: v.strictObject({ items: v.array(ImportItemSchema) }),
  },
  /** Names of an import that waits which other packs know already; null where none waits. */
  importTwins: {
    from: 'panel',
    params: v.strictObject({ store: storeName }),
    result: v.strictObject({
      twins: v.nullable(
        v.strictObject({
          count,
          /** False where there may be more. */
          isComplete: v.boolean(),
          first: v.array(
            v.strictObject({
              label: v.string(),
              pack: v.strictObject({ title: v.string(), colour: v.nullable(PackColourSchema) }),
            }),
          ),
        }),
      ),
    }),
  },
  cancelImport: { from: 'panel', params: v.strictObject({ store: storeName }), result: nothing },
  installImport: {
    from: 'panel',
    params: v.strictObject({ store: storeName }),
    result: v.variant('ok', [
      v.strictObject({ ok: v.literal(true), pack: v.string() }),
      v.strictObject({
        ok: v.literal(false),
        code: v.picklist(['not-staged', 'outdated', 'reserved-id', 'empty']),
      }),
    ]),
  },
  /** A page of a pack's records in the order in which packs are written, for exports. */
  readRecords: {
    from: 'panel',
    params: v.strictObject({
      pack: packId,
      section: v.picklist(SECTIONS),
      /** `next` of the page before. */
      after: v.nullable(v.pipe(v.string(), v.maxLength(500))),
      limit: v.pipe(count, v.minValue(1), v.maxValue(MAX_RECORDS)),
    }),
    result: v.strictObject({ records: v.array(record), next: v.nullable(v.string()) }),
  },
  getPackMeta: {
    from: 'panel',
    params: v.strictObject({ pack: packId }),
    result: v.strictObject({ meta: v.nullable(PackMetaSchema) }),
  },
  /** Puts records into the reader's own pack, or changes those of an imported one: all or none. */
  saveRecords: {
    from: 'panel',
    params: v.strictObject({
      pack: packId,
      changes: v.pipe(
        v.array(
          v.strictObject({
            section: v.picklist(SECTIONS),
            id: recordId,
            /** Null deletes it. */
            record: v.nullable(record),
          }),
        ),
        v.minLength(1),
        v.maxLength(MAX_RECORDS),
      ),
    }),
    result: EditOutcomeSchema,
  },
  /** The last one; with `change`, only where that is the last. */
  undoChange: {
    from: 'panel',
    params: v.strictObject({ pack: packId, change: v.exactOptional(count) }),
    result: EditOutcomeSchema,
  },
  redoChange: {
    from: 'panel',
    params: v.strictObject({ pack: packId }),
    result: EditOutcomeSchema,
  },
  /** What a record was before and after each edit; empty where it was never edited. */
  getHistory: {
    from: 'panel',
    params: v.strictObject(place),
    result: v.strictObject({
      edits: v.array(
        v.strictObject({ at: v.string(), before: v.nullable(record), after: v.nullable(record) }),
      ),
      /** So many of them are in force. */
      done: count,
    }),
  },
  /** The profile as a backup's text; null where it is too long for a message. */
  makeBackup: {
    from: 'panel',
    params: nothing,
    result: v.strictObject({ text: v.nullable(backupText) }),
  },
  /** The file is where the reader wanted it. */
  noteBackup: {
    from: 'panel',
    params: v.strictObject({ madeAt: v.pipe(v.string(), v.isoTimestamp()) }),
    result: nothing,
  },
  /** "Later", to the reminder. */
  postponeBackup: { from: 'panel', params: nothing, result: nothing },
  /** What a restoring would do. */
  planRestore: {
    from: 'panel',
    params: v.strictObject({ text: backupText }),
    result: v.variant('ok', [
      v.strictObject({ ok: v.literal(true), plan: restorePlan }),
      v.strictObject({ ok: v.literal(false), problem: ImportProblemSchema }),
    ]),
  },
  restoreBackup: {
    from: 'panel',
    params: v.strictObject({ text: backupText }),
    result: v.variant('ok', [
      v.strictObject({ ok: v.literal(true), editsLeftOut: count }),
      v.strictObject({
        ok: v.literal(false),
        problem: v.union([ImportProblemSchema, editProblem]),
      }),
    ]),
  },
  storageState: {
    from: 'panel',
    params: nothing,
    result: v.strictObject({
      /** Bytes; null where the browser does not say. */
      used: v.nullable(v.number()),
      quota: v.nullable(v.number()),
      isPersistent: v.boolean(),
      ownFacts: count,
      lastEdit: time,
      lastBackup: time,
      isBackupDue: v.boolean(),
    }),
  },
} as const satisfies Record<
  string,
  { from: 'page' | 'panel'; params: v.GenericSchema; result: v.GenericSchema }
>;
