/** What restoring a backup would change. */
export interface RestorePlan {
  /** Records of the reader's own pack. */
  readonly own: Readonly<Record<'new' | 'same' | 'changed' | 'gone', number>>;
  readonly changesSettings: boolean;
  readonly changesSwitches: boolean;
  readonly changesMutes: boolean;
  /** Titles of packs that the backup tells of and that are not installed. */
  readonly missingPacks: readonly string[];
  /** Edits of packs that are installed, and of those that are not, which are left out. */
  readonly edits: number;
  readonly editsLeftOut: number;
}
