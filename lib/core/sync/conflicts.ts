/** Records of which several versions have come together, and what a reader's choice makes of them. */
import * as v from 'valibot';
import { isSame } from '../packs/is-same';
import type { KindRules, PlannedChange, SyncMemory } from './reconcile';
import {
  type Dot,
  distinctVersions,
  isDot,
  type Replica,
  type Version,
  winnerOf,
  withChange,
} from './replica';
import { SYNC_KINDS, type SyncKind } from './sync-kinds';

export const DotSchema = v.strictObject({ device: v.string(), count: v.number() });

export const SyncConflictSchema = v.strictObject({
  kind: v.picklist(SYNC_KINDS),
  id: v.string(),
  /** The first is the one that holds meanwhile. */
  versions: v.array(
    v.strictObject({
      dot: DotSchema,
      /** Made on this device. */
      isOwn: v.boolean(),
      value: v.unknown(),
    }),
  ),
  /** Whether both could stand side by side. */
  canKeepBoth: v.boolean(),
});
export type SyncConflict = v.InferOutput<typeof SyncConflictSchema>;

/**
 * One version, the others are dropped; or all: the one that holds stays, and the others become
 * records of their own.
 */
export type VersionChoice = Dot | 'all';

export function conflictsOf(kind: SyncKind, memory: SyncMemory, device: string): SyncConflict[] {
  return conflictIds(memory).map((id) => ({
    kind,
    id,
    versions: distinctVersions(memory.replica, id).map(({ dot, value }) => ({
      dot: { ...dot },
      isOwn: dot.device === device,
      value,
    })),
    canKeepBoth: kind === 'facts' && canBeTwo(id),
  }));
}

export function conflictIds({ replica }: SyncMemory): string[] {
  return [...replica.records.keys()].filter((id) => distinctVersions(replica, id).length > 1);
}

export interface Chosen {
  readonly memory: SyncMemory;
  readonly changes: readonly PlannedChange[];
}

/**
 * Null where there is no such conflict any more. A version that the profile cannot hold is chosen
 * for the devices that can.
 */
export function chooseVersion(
  memory: SyncMemory,
  id: string,
  keep: VersionChoice,
  device: string,
  isOurs: KindRules['isOurs'],
): Chosen | null {
  const { replica } = memory;
  const versions = distinctVersions(replica, id);
  const shown = winnerOf(replica, id);
  const kept = keep === 'all' ? shown : versions.find(({ dot }) => isDot(dot, keep));
  if (versions.length < 2 || !shown || !kept || (keep === 'all' && !canBeTwo(id))) return null;
  const others = keep === 'all' ? versions.slice(1) : [];
  const { change, held } = changeHere(memory, id, shown, kept, isOurs);
  return {
    memory: {
      ...memory,
      held,
      replica: withChange(replica, device, { id, value: kept.value, replaces: 'all' }),
    },
    changes: [...change, ...copiesOf(id, others, replica)],
  };
}

/** What the profile has of the record, and what is to come in its place. */
function changeHere(
  { held }: SyncMemory,
  id: string,
  shown: Version,
  kept: Version,
  isOurs: KindRules['isOurs'],
): { readonly change: readonly PlannedChange[]; readonly held: SyncMemory['held'] } {
  if (kept === shown) return { change: [], held };
  const before = held.has(id) ? held.get(id) : shown.value;
  const next = new Map(held);
  if (!isOurs(id, kept.value)) return { change: [], held: next.set(id, before) };
  next.delete(id);
  const isThere = isSame(before, kept.value);
  return { change: isThere ? [] : [{ id, before, after: kept.value, beside: [] }], held: next };
}

function copiesOf(id: string, versions: readonly Version[], { records }: Replica): PlannedChange[] {
  const taken = new Set(records.keys());
  return versions.map(({ value }) => {
    const copy = freeId(id, taken);
    taken.add(copy);
    const after = { ...(value as object), id: copy.slice(copy.indexOf('/') + 1) };
    return { id: copy, before: null, after, beside: [] };
  });
}

/** A source is what claims point at, and a relation says what it says. */
function canBeTwo(id: string): boolean {
  return id.startsWith('claims/') || id.startsWith('entities/');
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}
