/**
 * A backup to the profile: a plan first, then all of it or nothing. The profile lies in two
 * stores which no transaction spans. Extension storage is written first, with what was there
 * before; the database's transaction, which comes next, is the switch: by its token is known
 * whether it was made, so that a browser that dies in between comes up with the one or the other.
 */

import * as v from 'valibot';
import type { Backup } from '../core/backup/backup-schema';
import type { RestorePlan } from '../core/backup/restore-plan';
import { OWN_PACK_ID } from '../core/clipping/own-pack';
import type { FactPack } from '../core/facts/pack-schema';
import { recordId } from '../core/packs/compare-import';
import { type PackRecord, SECTIONS, type Section } from '../core/packs/import-event';
import { isSame } from '../core/packs/is-same';
import { mergeRecord } from '../core/packs/merge-record';
import type { FactDb } from './fact-db';
import { lookUpInstalled } from './installed-records';
import { makeBackup, readWholePack } from './make-backup';
import { changedChoice, readInstalledPacks } from './pack-registry';
import { storeOf } from './pack-store';
import type { ProfileStorage, ProfileValues } from './profile-storage';
import { changeRecords, type EditProblem, type RecordChange } from './record-edits';
import { writeTogether } from './write-together';

export async function planRestore(
  db: FactDb,
  storage: ProfileStorage,
  backup: Backup,
): Promise<RestorePlan> {
  const now = await makeBackup(db, storage);
  const installed = new Set(now.packs.map(({ id }) => id));
  const edits = backup.edits.filter(({ pack }) => installed.has(pack)).length;
  const own = { new: 0, same: 0, changed: 0, gone: 0 };
  const [before, after] = [recordsOf(now.own), recordsOf(backup.own)];
  for (const [name, { record }] of after) {
    const old = before.get(name);
    own[!old ? 'new' : isSame(old.record, record) ? 'same' : 'changed']++;
  }
  for (const name of before.keys()) if (!after.has(name)) own.gone++;
  return {
    own,
    changesSettings: !isSame(now.settings, backup.settings),
    changesSwitches: !isSame(now.switches, backup.switches),
    changesMutes: !isSame(now.mutes, backup.mutes),
    missingPacks: backup.packs
      .filter(({ id }) => id !== OWN_PACK_ID && !installed.has(id))
      .map(({ title }) => title),
    edits,
    editsLeftOut: backup.edits.length - edits,
  };
}

export type Restored =
  | { readonly ok: true; readonly editsLeftOut: number }
  | { readonly ok: false; readonly problem: EditProblem };

/** Throws what the stores throw; everything is then as it was. */
export async function restoreBackup(
  db: FactDb,
  storage: ProfileStorage,
  backup: Backup,
  now: Date = new Date(),
): Promise<Restored> {
  await settleRestore(db, storage);
  const before = await storage.read();
  const changes = ownChanges(await readWholePack(db, OWN_PACK_ID), backup.own);
  const token = crypto.randomUUID();
  const { settings, switches, mutes } = backup;
  const values = { settings, switches, mutes, restoring: { token, before } };
  try {
    await storage.write(values);
    const switched = await switchOwn(db, backup, changes, token, now);
    if (switched) {
      await storage.write(before);
      return { ok: false, problem: switched };
    }
  } catch (error) {
    // Where even this fails, `settleRestore` finds what is left to be done.
    await storage.write(before).catch(() => undefined);
    throw error;
  }
  await settleRestore(db, storage);
  return { ok: true, editsLeftOut: await restoreEdits(db, backup, now) };
}

const RestoringSchema = v.object({
  token: v.string(),
  before: v.looseObject({}),
});
const TOKEN = 'restored';

/** Ends a restoring that the browser's death has cut short. To be called before the profile is used. */
export async function settleRestore(db: FactDb, storage: ProfileStorage): Promise<void> {
  const values = await storage.read();
  const restoring = v.safeParse(RestoringSchema, values.restoring);
  if (!restoring.success) return;
  const isSwitched = (await db.values.get(TOKEN))?.value === restoring.output.token;
  const before = restoring.output.before as Partial<ProfileValues>;
  const settled = isSwitched ? values : before;
  const { settings, switches, mutes } = settled;
  await storage.write({ settings, switches, mutes, restoring: undefined });
}

/** The problem that kept it from being made. */
async function switchOwn(
  db: FactDb,
  { packs, own }: Backup,
  changes: readonly RecordChange[],
  token: string,
  now: Date,
): Promise<EditProblem | null> {
  const write = async (): Promise<void> => {
    await db.values.put({ name: TOKEN, value: token });
    for (const { id, isEnabled, isPainted, order, colour } of packs) {
      if (id !== OWN_PACK_ID && (await db.packs.get(id)) === undefined) continue;
      const choice = { isEnabled, isPainted, order, colour };
      await db.choices.put(changedChoice(id, await db.choices.get(id), choice));
    }
  };
  const tables = [db.values, db.choices];
  if (changes.length === 0) {
    await writeTogether(db, [...tables, db.packs], write);
    return null;
  }
  const outcome = await changeRecords(db, OWN_PACK_ID, changes, {
    now,
    also: { tables, write },
    ...(own && { ownMeta: own }),
  });
  return outcome.ok ? null : outcome.problem;
}

function ownChanges(before: FactPack | null, after: FactPack | null): RecordChange[] {
  const [old, wanted] = [recordsOf(before), recordsOf(after)];
  const gone = [...old].filter(([name]) => !wanted.has(name));
  return [
    ...[...wanted].flatMap(([name, { section, id, record }]) =>
      isSame(old.get(name)?.record, record) ? [] : [{ section, id, record }],
    ),
    ...gone.map(([, { section, id }]) => ({ section, id, record: null })),
  ];
}

interface NamedRecord {
  readonly section: Section;
  readonly id: string;
  readonly record: PackRecord['record'];
}

function recordsOf(pack: FactPack | null): Map<string, NamedRecord> {
  const all = SECTIONS.flatMap((section) =>
    (pack?.[section] ?? []).map((record): NamedRecord => {
      const id = recordId({ section, record } as PackRecord);
      return { section, id, record };
    }),
  );
  return new Map(all.map((one) => [`${one.section}/${one.id}`, one]));
}

/** The reader's edits of packs that are installed, pack by pack; gives how many found no place. */
async function restoreEdits(db: FactDb, { edits }: Backup, now: Date): Promise<number> {
  const imported = (await readInstalledPacks(db)).filter(({ origin }) => origin === 'imported');
  let restored = 0;
  for (const { id: pack } of imported) {
    const own = edits.filter((edit) => edit.pack === pack);
    if (own.length === 0) continue;
    const store = await storeOf(db, pack);
    const changes: RecordChange[] = [];
    for (const { section, id, shipped, mine } of own) {
      const current = (await lookUpInstalled(store, pack, section, [id])).get(id);
      // Of what is not in the installed version there is nothing to be edited.
      if (!current) continue;
      changes.push({ section, id, record: mergeRecord(shipped, mine, current.mine).merged });
    }
    const outcome = await changeRecords(db, pack, changes, { now });
    if (outcome.ok) restored += changes.length;
  }
  return edits.length - restored;
}
