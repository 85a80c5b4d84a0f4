/** Backups of the profile, and how much room it takes. */
import * as v from 'valibot';
import { readBackup } from '../../lib/core/backup/read-backup';
import { writeBackup } from '../../lib/core/backup/write-backup';
import { MAX_BACKUP_TEXT } from '../../lib/messaging/pack-protocol';
import type { Handlers } from '../../lib/messaging/serve';
import {
  makeBackup,
  noteBackup,
  postponeBackup,
  readBackupState,
} from '../../lib/storage/make-backup';
import { profileStorage } from '../../lib/storage/profile-storage';
import { planRestore, restoreBackup, settleRestore } from '../../lib/storage/restore-backup';
import { factsChanged, openFacts } from './facts';
import { createTurns } from './in-turn';

const inTurn = createTurns();

export const profileHandlers: Pick<
  Handlers,
  'makeBackup' | 'noteBackup' | 'postponeBackup' | 'planRestore' | 'restoreBackup' | 'storageState'
> = {
  async makeBackup() {
    const text = writeBackup(await makeBackup(await openFacts(), profileStorage));
    return { text: text.length > MAX_BACKUP_TEXT ? null : text };
  },
  async noteBackup({ madeAt }) {
    await noteBackup(await openFacts(), madeAt);
    return {};
  },
  async postponeBackup() {
    await postponeBackup(await openFacts());
    return {};
  },
  async planRestore({ text }) {
    const read = readBackup(text);
    if (!read.ok) return { ok: false, problem: plain(read.problem) };
    const plan = await planRestore(await openFacts(), profileStorage, read.backup);
    return { ok: true, plan: { ...plan, missingPacks: [...plan.missingPacks] } };
  },
  async restoreBackup({ text }) {
    const read = readBackup(text);
    if (!read.ok) return { ok: false, problem: plain(read.problem) };
    const db = await openFacts();
    const restored = await inTurn(() => restoreBackup(db, profileStorage, read.backup));
    await factsChanged();
    if (restored.ok) return restored;
    const { problem } = restored;
    return {
      ok: false,
      problem: problem.reason === 'bad-record' ? plain(problem) : { ...problem },
    };
  },
  async storageState() {
    const { usage, quota } = await navigator.storage.estimate();
    const { isDue, ...state } = await readBackupState(await openFacts());
    return {
      used: usage ?? null,
      quota: quota ?? null,
      isPersistent: await navigator.storage.persisted(),
      ...state,
      isBackupDue: isDue,
    };
  },
};

/** Ends a restoring that was cut short. */
export function startProfile(): void {
  profileStorage
    .read()
    .then(async ({ restoring }) => {
      if (!v.is(v.looseObject({}), restoring)) return;
      const db = await openFacts();
      await inTurn(() => settleRestore(db, profileStorage));
    })
    .catch((error: unknown) => console.error('Glossator: restoring a backup', error));
}

function plain({
  code,
  place,
  values,
}: Extract<ReturnType<typeof readBackup>, { ok: false }>['problem']) {
  return { code, place: { ...place }, values: { ...values } };
}
