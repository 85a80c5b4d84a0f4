/**
 * What one device knows of data that several change without asking each other: for each record
 * the versions that nobody has replaced, and up to where the changes of each device are known.
 *
 * Every change has a dot: its device and a count, higher than any count that the device knew. A
 * version that is missing here although its dot is known was replaced or deleted; one whose dot is
 * not known is new. So replicas join in any order to the same, deletions need no tombstones, and
 * two changes made without knowledge of each other leave two versions: none is lost.
 */
import { isSame } from '../packs/is-same';

export interface Dot {
  readonly device: string;
  readonly count: number;
}

export interface Version {
  readonly dot: Dot;
  /** Of the versions that it came from, the latest first, no more than MAX_FROM. */
  readonly from: readonly Dot[];
  /** JSON; never null. */
  readonly value: unknown;
}

export interface Replica {
  /** The highest known count of each device. */
  readonly seen: ReadonlyMap<string, number>;
  readonly records: ReadonlyMap<string, readonly Version[]>;
}

/** Versions that were replaced, which tell what two others have in common; they never travel. */
export type Past = ReadonlyMap<string, readonly Omit<Version, 'from'>[]>;

/** So many changes without a word from another device, and the two still have a common version. */
export const MAX_FROM = 6;
const MAX_PAST = 6;

export const EMPTY_REPLICA: Replica = { seen: new Map(), records: new Map() };

/** All that either knows. The order of joins makes no difference. */
export function join(a: Replica, b: Replica): Replica {
  const seen = new Map(a.seen);
  for (const [device, count] of b.seen) seen.set(device, Math.max(count, seen.get(device) ?? 0));
  const records = new Map<string, readonly Version[]>();
  for (const id of new Set([...a.records.keys(), ...b.records.keys()])) {
    const [ours, theirs] = [a.records.get(id) ?? [], b.records.get(id) ?? []];
    const kept = [
      ...ours.filter(({ dot }) => has(theirs, dot) || !knows(b, dot)),
      ...theirs.filter(({ dot }) => !has(ours, dot) && !knows(a, dot)),
    ];
    if (kept.length > 0) records.set(id, kept.sort(byDot));
  }
  return { seen, records };
}

/** Whether `a` knows of every change that `b` knows of. */
export function covers(a: Pick<Replica, 'seen'>, b: Pick<Replica, 'seen'>): boolean {
  return [...b.seen].every(([device, count]) => (a.seen.get(device) ?? 0) >= count);
}

export function knows({ seen }: Pick<Replica, 'seen'>, { device, count }: Dot): boolean {
  return (seen.get(device) ?? 0) >= count;
}

/** The version that holds: the same on every device, whatever their clocks say. */
export function winnerOf(replica: Replica, id: string): Version | undefined {
  return replica.records.get(id)?.toSorted(byDot).at(-1);
}

/** One version of each value, the one that holds first; more than one is a conflict. */
export function distinctVersions(replica: Replica, id: string): Version[] {
  const found: Version[] = [];
  for (const version of (replica.records.get(id) ?? []).toSorted(byDot).reverse()) {
    if (!found.some(({ value }) => isSame(value, version.value))) found.push(version);
  }
  return found;
}

export interface Change {
  readonly id: string;
  /** Null deletes it. */
  readonly value: unknown;
  /** The versions that it takes the place of: the one that holds, or those beside it as well. */
  readonly replaces: 'shown' | 'all';
}

/** With one change that this device has made. */
export function withChange(replica: Replica, device: string, change: Change): Replica {
  const { id, value, replaces } = change;
  const versions = replica.records.get(id) ?? [];
  const shown = winnerOf(replica, id);
  // Who deletes a record deletes all that it was; who edits one may not have seen the others.
  const isReplaced = (version: Version): boolean =>
    replaces === 'all' || value === null || isSame(version.value, shown?.value);
  const dot = nextDot(replica, device);
  const kept = versions.filter((version) => !isReplaced(version));
  const records = new Map(replica.records);
  if (value === null) records.delete(id);
  else {
    const from = chainOf(versions.filter(isReplaced));
    records.set(id, [...kept, { dot, from, value }].sort(byDot));
  }
  return { seen: new Map(replica.seen).set(device, dot.count), records };
}

/** A change of nothing, so that a letter has a dot of its own. */
export function withMark(replica: Replica, device: string): Replica {
  const { count } = nextDot(replica, device);
  return { ...replica, seen: new Map(replica.seen).set(device, count) };
}

/** With those that `after` has no more; what two versions have in common is looked up there. */
export function withPast(past: Past, before: Replica, after: Replica): Past {
  const next = new Map(past);
  for (const [id, versions] of before.records) {
    const gone = versions.filter(({ dot }) => !has(after.records.get(id) ?? [], dot));
    if (!after.records.has(id)) next.delete(id);
    else if (gone.length > 0) {
      const kept = gone.map(({ dot, value }) => ({ dot, value }));
      next.set(id, [...(next.get(id) ?? []), ...kept].slice(-MAX_PAST));
    }
  }
  return next;
}

/** The value that both versions came from; undefined where it is not known any more. */
export function commonValue(
  past: Past,
  id: string,
  one: Version,
  other: Version,
): { readonly value: unknown } | undefined {
  const common = one.from.find((dot) => other.from.some((its) => isDot(its, dot)));
  return common && past.get(id)?.find(({ dot }) => isDot(dot, common));
}

export function byDot(a: Pick<Version, 'dot'>, b: Pick<Version, 'dot'>): number {
  if (a.dot.count !== b.dot.count) return a.dot.count - b.dot.count;
  return a.dot.device < b.dot.device ? -1 : a.dot.device > b.dot.device ? 1 : 0;
}

export function isDot(a: Dot, b: Dot): boolean {
  return a.count === b.count && a.device === b.device;
}

function chainOf(replaced: readonly Version[]): Dot[] {
  const dots = [...replaced.map(({ dot }) => dot), ...replaced.flatMap(({ from }) => from)];
  const unique = dots.filter((dot, index) => dots.findIndex((one) => isDot(one, dot)) === index);
  return unique.sort((a, b) => -byDot({ dot: a }, { dot: b })).slice(0, MAX_FROM);
}

function nextDot({ seen }: Replica, device: string): Dot {
  return { device, count: Math.max(0, ...seen.values()) + 1 };
}

function has(versions: readonly Version[], dot: Dot): boolean {
  return versions.some((version) => isDot(version.dot, dot));
}
