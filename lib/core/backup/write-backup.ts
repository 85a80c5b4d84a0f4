import * as v from 'valibot';
import { canonicalPack } from '../packs/canonical-pack';
import { type Backup, BackupSchema } from './backup-schema';

/** The file's text. Throws where the profile itself is not in order, rather than save what cannot be restored. */
export function writeBackup(backup: Backup): string {
  const { own, ...rest } = v.parse(BackupSchema, backup);
  return `${JSON.stringify({ ...rest, own: own && canonicalPack(own) }, null, 1)}\n`;
}
