/** Whether to remind the reader that facts of their own are in no backup. Times in milliseconds. */
export interface OwnFactsState {
  /** Records of the own pack and edits of others. */
  readonly count: number;
  /** Null where there is none. */
  readonly lastEdit: number | null;
  readonly lastBackup: number | null;
  /** When the reader last said "later". */
  readonly lastAsked: number | null;
}

const DAY = 24 * 60 * 60 * 1000;
/** A first clipping is a trial. */
const MIN_COUNT = 5;
const DAYS_BETWEEN = 7;

export function isBackupDue(state: OwnFactsState, now: number): boolean {
  const { count, lastEdit, lastBackup, lastAsked } = state;
  if (count < MIN_COUNT || lastEdit === null) return false;
  if (lastBackup !== null && lastBackup >= lastEdit) return false;
  return [lastBackup, lastAsked].every((time) => time === null || now - time >= DAYS_BETWEEN * DAY);
}
