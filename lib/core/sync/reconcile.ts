/**
 * One meeting of what this device has with what others have sent: what the reader has changed here
 * becomes changes of the replica, the others' are joined to it, and out comes what has to change
 * here. Three-way merges settle what fits together; what does not stays, version beside version,
 * until the reader has chosen.
 */
import { isSame } from '../packs/is-same';
import {
  byDot,
  commonValue,
  covers,
  distinctVersions,
  EMPTY_REPLICA,
  join,
  type Past,
  type Replica,
  type Version,
  winnerOf,
  withChange,
  withPast,
} from './replica';

/** What a device keeps of a kind between two meetings. */
export interface SyncMemory {
  readonly replica: Replica;
  readonly past: Past;
  /**
   * Records that are not here as the replica has them, since they name others that are missing or
   * are of a newer version; by what is here in their place, null for nothing.
   */
  readonly held: ReadonlyMap<string, unknown>;
}

export const EMPTY_MEMORY: SyncMemory = {
  replica: EMPTY_REPLICA,
  past: new Map(),
  held: new Map(),
};

export type Values = ReadonlyMap<string, unknown>;

/** How records of a kind behave. */
export interface KindRules {
  /** Whether the profile can hold such a record; settings of newer versions are only passed on. */
  readonly isOurs: (id: string, value: unknown) => boolean;
  /** A value that nobody has chosen is no change. */
  readonly isDefault: (id: string, value: unknown) => boolean;
  /** Whether the reader, who changes a record, decides about versions beside it as well. */
  readonly changeReplaces: 'shown' | 'all';
  /** Two versions with what both came from to one; null where they do not fit together. */
  readonly merge: (id: string, base: unknown, one: unknown, other: unknown) => unknown;
  /** Ids of records without which this one cannot be. */
  readonly needs: (id: string, value: unknown) => readonly string[];
}

export interface PlannedChange {
  readonly id: string;
  /** As this device had it when it was looked at; null where it was not there. */
  readonly before: unknown;
  /** Null where it is deleted. */
  readonly after: unknown;
  /** Versions that have come and do not hold: for the record's history. */
  readonly beside: readonly unknown[];
}

export interface Meeting {
  readonly memory: SyncMemory;
  readonly changes: readonly PlannedChange[];
  /** Whether the others do not know all of it yet. */
  readonly hasNews: boolean;
}

export function meet(
  { replica: before, past, held }: SyncMemory,
  here: Values,
  letters: readonly Replica[],
  device: string,
  rules: KindRules,
): Meeting {
  const own = withOwnChanges(before, here, held, device, rules);
  const sent = letters.reduce(join, EMPTY_REPLICA);
  const joined = join(own, sent);
  const known = withPast(withPast(past, before, own), own, joined);
  const merged = withMerges(joined, known, device, rules);
  const whole = withRevived(merged, [here, ...letters.map(shownValues)], device, rules);
  const wanted = wantedHere(whole, here, rules);
  const heldNow = heldBack(whole, wanted, here, rules);
  return {
    memory: { replica: whole, past: withPast(known, joined, whole), held: heldNow },
    changes: changesTo(here, wanted, heldNow, own, whole),
    hasNews: !covers(sent, whole),
  };
}

/** What of the profile is not as the replica has it was changed here. */
function withOwnChanges(
  replica: Replica,
  here: Values,
  held: Values,
  device: string,
  rules: KindRules,
): Replica {
  const isAsHeld = (id: string): boolean =>
    held.has(id) && isSame(held.get(id), here.get(id) ?? null);
  let next = replica;
  for (const [id, value] of here) {
    const shown = winnerOf(replica, id);
    if (isAsHeld(id)) continue;
    if (shown ? isSame(shown.value, value) : rules.isDefault(id, value)) continue;
    next = withChange(next, device, { id, value, replaces: rules.changeReplaces });
  }
  for (const id of replica.records.keys()) {
    if (here.has(id) || isAsHeld(id)) continue;
    next = withChange(next, device, { id, value: null, replaces: 'all' });
  }
  return next;
}

/** Where two versions of a record fit together, they become one, on whichever device sees it first. */
function withMerges(replica: Replica, past: Past, device: string, rules: KindRules): Replica {
  let next = replica;
  for (const id of replica.records.keys()) {
    const versions = distinctVersions(replica, id);
    const [one, other] = versions.toSorted(byDot);
    if (versions.length !== 2 || !one || !other) continue;
    const value = mergedValue(id, past, one, other, rules);
    if (value !== null) next = withChange(next, device, { id, value, replaces: 'all' });
  }
  return next;
}

function mergedValue(
  id: string,
  past: Past,
  one: Version,
  other: Version,
  rules: KindRules,
): unknown {
  const common = commonValue(past, id, one, other);
  return common ? rules.merge(id, common.value, one.value, other.value) : null;
}

/**
 * A record that one device deleted, while another made one that names it, comes back: whoever
 * still has it gives it back.
 */
function withRevived(
  replica: Replica,
  sources: readonly Values[],
  device: string,
  rules: KindRules,
): Replica {
  let next = replica;
  const waiting = [...replica.records.keys()];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const shown = winnerOf(next, id);
    for (const needed of shown ? rules.needs(id, shown.value) : []) {
      const source = sources.find((values) => values.has(needed));
      if (next.records.has(needed) || !source) continue;
      const value = source.get(needed);
      next = withChange(next, device, { id: needed, value, replaces: 'all' });
      waiting.push(needed);
    }
  }
  return next;
}

function shownValues(replica: Replica): Values {
  return new Map([...replica.records.keys()].map((id) => [id, winnerOf(replica, id)?.value]));
}

function wantedHere(replica: Replica, here: Values, rules: KindRules): Map<string, unknown> {
  const wanted = new Map<string, unknown>();
  for (const [id, value] of shownValues(replica)) {
    if (rules.isOurs(id, value)) wanted.set(id, value);
  }
  for (const [id, value] of here) {
    if (!replica.records.has(id) && rules.isDefault(id, value)) wanted.set(id, value);
  }
  return wanted;
}

function heldBack(
  replica: Replica,
  wanted: Values,
  here: Values,
  rules: KindRules,
): Map<string, unknown> {
  const strange = [...replica.records.keys()].filter((id) => !wanted.has(id));
  const held = new Map<string, unknown>();
  const waiting = [...strange, ...incompleteOf(wanted, rules)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (held.has(id)) continue;
    const value = here.get(id) ?? null;
    held.set(id, value);
    // What stays as it was keeps what it names.
    const needed = value === null ? [] : rules.needs(id, value);
    waiting.push(...needed.filter((one) => !wanted.has(one) && here.has(one)));
  }
  return held;
}

/** Those that name what is not there, and those that name these. */
function incompleteOf(wanted: Values, rules: KindRules): Set<string> {
  const users = new Map<string, string[]>();
  const waiting: string[] = [];
  for (const [id, value] of wanted) {
    for (const needed of rules.needs(id, value)) {
      if (!wanted.has(needed)) waiting.push(id);
      else users.set(needed, [...(users.get(needed) ?? []), id]);
    }
  }
  const incomplete = new Set<string>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (incomplete.has(id)) continue;
    incomplete.add(id);
    waiting.push(...(users.get(id) ?? []));
  }
  return incomplete;
}

function changesTo(
  here: Values,
  wanted: Values,
  held: Values,
  own: Replica,
  whole: Replica,
): PlannedChange[] {
  const changes: PlannedChange[] = [];
  for (const id of new Set([...here.keys(), ...wanted.keys()])) {
    if (held.has(id)) continue;
    const [before, after] = [here.get(id) ?? null, wanted.get(id) ?? null];
    const beside = newBeside(id, own, whole).filter((value) => !isSame(value, before));
    if (isSame(before, after) && beside.length === 0) continue;
    changes.push({ id, before, after, beside });
  }
  return changes;
}

/** Versions in conflict that this meeting has brought. */
function newBeside(id: string, own: Replica, whole: Replica): unknown[] {
  const known = distinctVersions(own, id);
  return distinctVersions(whole, id)
    .slice(1)
    .map(({ value }) => value)
    .filter((value) => !known.some((one) => isSame(one.value, value)));
}
