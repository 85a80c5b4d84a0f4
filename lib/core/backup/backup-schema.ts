/**
 * The whole profile in one file: settings, switches, mutes, the reader's own facts, and what the
 * reader has changed in other packs. Other packs themselves are not in it, only which they were,
 * since they can be had again where they came from.
 */
import * as v from 'valibot';
import { FactPackSchema } from '../facts/pack-schema';
import { MutesSchema } from '../recognition/mute-schema';
import { StoredPackColourSchema } from '../settings/pack-colour';
import { SwitchesSchema } from '../sites/switch-schema';

export const BACKUP_FORMAT = 'glossator-backup';
/** Goes up when an older extension could not read the file any more. */
export const BACKUP_VERSION = 1;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const time = v.pipe(v.string(), v.isoTimestamp());

/** Settings are small and flat; what they mean is for their own readers to check. */
export const SettingsBackupSchema = v.record(
  text(100),
  v.union([v.boolean(), v.number(), text(2000), v.array(text(2000)), v.null()]),
);

export const InstalledPackSchema = v.strictObject({
  id: text(80),
  version: text(40),
  title: text(200),
  isEnabled: v.boolean(),
  /** Lower ones are asked first. */
  order: v.number(),
  isPainted: v.boolean(),
  /** Missing in backups of early versions: whatever was chosen since stays. */
  colour: v.optional(StoredPackColourSchema),
  /** Where it can be had again. */
  url: v.optional(text(2048)),
});

/** One record that the reader has changed, or deleted, in a pack that is not theirs. */
export const PackEditSchema = v.strictObject({
  pack: text(80),
  section: v.picklist(['sources', 'entities', 'claims', 'relations']),
  id: text(400),
  at: time,
  /** As the pack shipped it; null for a record that the reader has put in. */
  shipped: v.nullable(v.looseObject({})),
  /** Null where the reader has deleted it. */
  mine: v.nullable(v.looseObject({})),
});

export const BackupSchema = v.strictObject({
  format: v.literal(BACKUP_FORMAT),
  version: v.literal(BACKUP_VERSION),
  madeAt: time,
  settings: SettingsBackupSchema,
  switches: SwitchesSchema,
  mutes: MutesSchema,
  packs: v.pipe(v.array(InstalledPackSchema), v.maxLength(1000)),
  own: v.nullable(FactPackSchema),
  edits: v.pipe(v.array(PackEditSchema), v.maxLength(100_000)),
});

export type Backup = v.InferOutput<typeof BackupSchema>;
export type PackEdit = v.InferOutput<typeof PackEditSchema>;
