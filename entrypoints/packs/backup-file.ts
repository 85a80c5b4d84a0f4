/** The profile as a file, and back. */
import { readBackup } from '../../lib/core/backup/read-backup';
import { problemOf } from '../../lib/core/packs/import-problem';
import { MAX_BACKUP_TEXT } from '../../lib/messaging/pack-protocol';
import { send } from '../../lib/messaging/send';
import type { PacksApi } from '../../lib/ui/packs/packs-api';

export const backupState: PacksApi['backupState'] = async () => {
  const { ownFacts, lastBackup, isBackupDue } = await send('storageState', {});
  return { ownFacts, lastBackup, isDue: isBackupDue };
};

export const makeBackup: PacksApi['makeBackup'] = async () => {
  const { text } = await send('makeBackup', {});
  if (text === null) throw new Error('the backup is too long for a message');
  const made = readBackup(text);
  // What cannot be read back is no backup.
  if (!made.ok) throw new Error(made.problem.code);
  const { madeAt } = made.backup;
  return {
    name: `glossator-backup-${madeAt.slice(0, 10)}.json`,
    content: new Blob([text], { type: 'application/json' }),
    noteSaved: () => send('noteBackup', { madeAt }).then(() => undefined),
  };
};

export const planRestore: PacksApi['planRestore'] = async (text) => {
  if (text.length > MAX_BACKUP_TEXT) {
    return { ok: false, problem: problemOf('too-large', {}, { max: MAX_BACKUP_TEXT }) };
  }
  const read = readBackup(text);
  if (!read.ok) return read;
  const answer = await send('planRestore', { text });
  if (!answer.ok) return { ok: false, problem: problemOf(answer.problem.code) };
  return { ok: true, madeAt: read.backup.madeAt, plan: answer.plan };
};

export const restoreBackup: PacksApi['restoreBackup'] = async (text) => {
  const answer = await send('restoreBackup', { text });
  if (answer.ok) return { ok: true };
  const { problem } = answer;
  return { ok: false, reason: 'unknown', detail: JSON.stringify(problem) };
};
