/** What the reader looked up last, for the way back to it. */
import * as v from 'valibot';

export const RecentLookupSchema = v.strictObject({
  /** EntityKey */
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(170)),
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
});
export type RecentLookup = v.InferOutput<typeof RecentLookupSchema>;

/** More would be a record of what somebody reads, and no help in finding it. */
export const MAX_RECENT = 8;

/** The latest first, each once. */
export function withLookup(recent: readonly RecentLookup[], latest: RecentLookup): RecentLookup[] {
  return [latest, ...recent.filter(({ key }) => key !== latest.key)].slice(0, MAX_RECENT);
}

/** What is stored, without what we do not understand of it. */
export function parseRecent(stored: unknown): RecentLookup[] {
  const entries: readonly unknown[] = Array.isArray(stored) ? stored : [];
  return entries.filter((entry) => v.is(RecentLookupSchema, entry)).slice(0, MAX_RECENT);
}
