/**
 * Three versions of one record to one: what the pack shipped (base), what the reader made of it
 * (mine) and what the pack ships now (theirs). What only one side changed is taken from that
 * side, field by field; lists of aliases, excerpts and the like element by element. Where both
 * changed the same, mine stays and the conflict is told.
 *
 * Two laws: an update that changes nothing gives mine, and without edits the result is theirs.
 */
import { formatPath } from '../facts/problem';
import { isObject } from '../is-object';
import { isSame } from './is-same';

export interface MergeConflict {
  /** Inside the record; empty where one side deleted it. */
  readonly path: string;
  /** Undefined where that side has no such field. */
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged<T> {
  /** Null where the record is gone. */
  readonly merged: T | null;
  readonly conflicts: readonly MergeConflict[];
}

/** What names an element of a list, by the list's field. Every other list is one value. */
const IDENTITIES: Readonly<Record<string, readonly string[]>> = {
  aliases: ['text'],
  nativeLabels: ['lang', 'text'],
  summary: ['text'],
  identifiers: ['scheme', 'value'],
  notes: ['kind', 'text'],
  evidence: ['source', 'start', 'exact'],
  entities: [],
  conflictsWith: [],
  counterSigns: [],
  lookalikes: [],
};

/** Null stands for a record that is not there: not yet, or deleted. */
export function mergeRecord<T extends object>(
  base: T | null,
  mine: T | null,
  theirs: T | null,
): Merged<T> {
  const conflicts: MergeConflict[] = [];
  const merged = merge(base ?? undefined, mine ?? undefined, theirs ?? undefined, [], conflicts);
  return { merged: (merged as T | undefined) ?? null, conflicts };
}

type Keys = readonly (string | number)[];

function merge(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  path: Keys,
  conflicts: MergeConflict[],
): unknown {
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  const field = path.at(-1);
  const identity = typeof field === 'string' ? IDENTITIES[field] : undefined;
  if (identity && Array.isArray(mine) && Array.isArray(theirs)) {
    const before: readonly unknown[] = Array.isArray(base) ? base : [];
    return mergeLists(before, mine, theirs, identity, path, conflicts);
  }
  if (isPlain(mine) && isPlain(theirs) && (base === undefined || isPlain(base))) {
    return mergeObjects(base ?? {}, mine, theirs, path, conflicts);
  }
  conflicts.push({ path: formatPath(path), base, mine, theirs });
  return mine;
}

function mergeObjects(
  base: Readonly<Record<string, unknown>>,
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
  path: Keys,
  conflicts: MergeConflict[],
): Record<string, unknown> {
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const entries = [...keys].map((key) => {
    const value = merge(
      own(base, key),
      own(mine, key),
      own(theirs, key),
      [...path, key],
      conflicts,
    );
    return [key, value] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function mergeLists(
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
  identity: readonly string[],
  path: Keys,
  conflicts: MergeConflict[],
): unknown[] {
  const [inBase, inMine, inTheirs] = [base, mine, theirs].map(
    (list) => new Map(list.map((item) => [identityOf(item, identity), item])),
  ) as [Map<string, unknown>, Map<string, unknown>, Map<string, unknown>];
  // Whoever has moved something decides about the order; if both have, the update does.
  const isTheirOrder = !isSame([...inTheirs.keys()], [...inBase.keys()]);
  const [first, second] = isTheirOrder ? [inTheirs, inMine] : [inMine, inTheirs];
  const names = new Set([...first.keys(), ...second.keys()]);
  return [...names].flatMap((name, index) => {
    const versions = [inBase.get(name), inMine.get(name), inTheirs.get(name)] as const;
    const item = merge(...versions, [...path, index], conflicts);
    return item === undefined ? [] : [item];
  });
}

function identityOf(item: unknown, identity: readonly string[]): string {
  if (!isObject(item) || identity.length === 0) return JSON.stringify(item);
  return JSON.stringify(identity.map((key) => own(item, key)));
}

function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && !Array.isArray(value);
}
