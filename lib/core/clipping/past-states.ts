import * as v from 'valibot';
import { ClaimSchema } from '../facts/pack-schema';
import { isObject } from '../is-object';

/** What a record was after one of its edits. */
export interface PastState {
  /** ISO date and time. */
  readonly at: string;
  /** The claim's or name's words then; null where it was deleted. */
  readonly text: string | null;
  /** The words that it quoted. */
  readonly exact: string | null;
}

/** Of the edits that are in force, the latest first. */
export function pastStates({
  edits,
  done,
}: {
  readonly edits: readonly { readonly at: string; readonly after: unknown }[];
  readonly done: number;
}): PastState[] {
  return edits
    .slice(0, done)
    .map(({ at, after }) => ({ at, ...wordsOfRecord(after) }))
    .reverse();
}

/** By which a reader knows a claim or a name again. */
export function wordsOfRecord(record: unknown): Omit<PastState, 'at'> {
  const claim = v.safeParse(ClaimSchema, record);
  if (claim.success) {
    return { text: claim.output.text, exact: claim.output.evidence[0]?.exact ?? null };
  }
  const label = isObject(record) ? record['label'] : null;
  return { text: typeof label === 'string' ? label : null, exact: null };
}
