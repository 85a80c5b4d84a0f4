/** The profile as a backup, and what is known about backups. */
import * as v from 'valibot';
import { isBackupDue } from '../core/backup/backup-reminder';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type Backup,
  type PackEdit,
} from '../core/backup/backup-schema';
import { currentOf } from '../core/clipping/history';
import { OWN_PACK_ID } from '../core/clipping/own-pack';
import type { FactPack } from '../core/facts/pack-schema';
import { SECTIONS } from '../core/packs/import-event';
import { MutesSchema } from '../core/recognition/mute-schema';
import { parseSettings } from '../core/settings/settings';
import { parseSwitches } from '../core/sites/site-switch';
import { readEditRows } from './edit-history';
import type { FactDb } from './fact-db';
import { readPackMeta, readRecordPage } from './pack-records';
import { type InstalledPack, readInstalledPacks } from './pack-registry';
import type { ProfileStorage } from './profile-storage';

export async function makeBackup(
  db: FactDb,
  storage: ProfileStorage,
  now: Date = new Date(),
): Promise<Backup> {
  const { settings, switches, mutes } = await storage.read();
  const packs = await readInstalledPacks(db);
  const knownMutes = v.safeParse(MutesSchema, mutes);
  return {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    madeAt: now.toISOString(),
    settings: parseSettings(settings),
    switches: parseSwitches(switches),
    mutes: knownMutes.success ? knownMutes.output : [],
    packs: packs.map(toInstalled),
    own: await readWholePack(db, OWN_PACK_ID),
    edits: (
      await Promise.all(
        packs.filter(({ origin }) => origin === 'imported').map(({ id }) => editsOf(db, id)),
      )
    ).flat(),
  };
}

function toInstalled(pack: InstalledPack): Backup['packs'][number] {
  const { id, version, title, isEnabled, order, isPainted, colour } = pack;
  return { id, version, title, isEnabled, order, isPainted, colour };
}

async function editsOf(db: FactDb, pack: string): Promise<PackEdit[]> {
  return (await readEditRows(db, pack)).flatMap(({ section, id, shipped, history }) => {
    const last = history.edits[history.done - 1];
    if (!last) return [];
    return [{ pack, section, id, at: last.at, shipped, mine: currentOf(history, shipped) }];
  });
}

const PAGE_RECORDS = 1000;

/** For packs of a size that fits into memory; null where there is none such. */
export async function readWholePack(db: FactDb, id: string): Promise<FactPack | null> {
  const meta = await readPackMeta(db, id);
  if (!meta) return null;
  const pack: FactPack = { ...meta, sources: [], entities: [], claims: [], relations: [] };
  for (const section of SECTIONS) {
    let after: string | null = null;
    do {
      const page = await readRecordPage(db, id, section, { after, limit: PAGE_RECORDS });
      for (const record of page.records) (pack[section] as unknown[]).push(record);
      after = page.next;
    } while (after !== null);
  }
  return pack;
}

export interface BackupState {
  /** Records of the own pack, and edits of others. */
  readonly ownFacts: number;
  /** ISO date and time; null where there was none. */
  readonly lastEdit: string | null;
  readonly lastBackup: string | null;
  readonly isDue: boolean;
}

const LAST_BACKUP = 'lastBackup';
const LAST_ASKED = 'lastAsked';

export async function readBackupState(db: FactDb, now: Date = new Date()): Promise<BackupState> {
  const packs = await readInstalledPacks(db);
  const own = packs.find(({ id }) => id === OWN_PACK_ID);
  const edited = packs.filter(({ origin, revision }) => origin !== 'bundled' && revision > 0);
  const edits = await Promise.all(edited.map(({ id }) => readEditRows(db, id)));
  const times = edits.flat().flatMap(({ history }) => history.edits.at(-1)?.at ?? []);
  const lastEdit = times.reduce<string | null>((a, b) => (a !== null && a > b ? a : b), null);
  const others = edits.flat().filter(({ pack }) => pack !== OWN_PACK_ID).length;
  const counts = own?.counts;
  const ownFacts = (counts ? counts.entities + counts.claims : 0) + others;
  const [lastBackup, lastAsked] = await Promise.all([
    readTime(db, LAST_BACKUP),
    readTime(db, LAST_ASKED),
  ]);
  const milliseconds = (time: string | null): number | null =>
    time === null ? null : Date.parse(time);
  const isDue = isBackupDue(
    {
      count: ownFacts,
      lastEdit: milliseconds(lastEdit),
      lastBackup: milliseconds(lastBackup),
      lastAsked: milliseconds(lastAsked),
    },
    now.getTime(),
  );
  return { ownFacts, lastEdit, lastBackup, isDue };
}

/** The reader has a backup that was made at this time. */
export async function noteBackup(db: FactDb, madeAt: string): Promise<void> {
  await db.values.put({ name: LAST_BACKUP, value: madeAt });
}

/** The reader was reminded and said "later". */
export async function postponeBackup(db: FactDb, now: Date = new Date()): Promise<void> {
  await db.values.put({ name: LAST_ASKED, value: now.toISOString() });
}

async function readTime(db: FactDb, name: string): Promise<string | null> {
  const time = v.safeParse(
    v.pipe(v.string(), v.isoTimestamp()),
    (await db.values.get(name))?.value,
  );
  return time.success ? time.output : null;
}
