/** Records of which several versions have come together, and what a reader's choice makes of them. */
import * as v from 'valibot';
import type { PlannedChange, SyncMemory } from './reconcile';
import { type Dot, distinctVersions, isDot, winnerOf, withChange } from './replica';
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

/** Null where there is no such conflict any more. */
export function chooseVersion(
  memory: SyncMemory,
  id: string,
  keep: VersionChoice,
  device: string,
): Chosen | null {
  const { replica } = memory;
  const versions = distinctVersions(replica, id);
  const shown = winnerOf(replica, id);
  const kept = keep === 'all' ? shown : versions.find(({ dot }) => isDot(dot, keep));
  if (versions.length < 2 || !shown || !kept || (keep === 'all' && !canBeTwo(id))) return null;
  const others = keep === 'all' ? versions.slice(1) : [];
  const taken = new Set(replica.records.keys());
  const added = others.map(({ value }): PlannedChange => {
    const copy = freeId(id, taken);
    taken.add(copy);
    const after = { ...(value as object), id: copy.slice(copy.indexOf('/') + 1) };
    return { id: copy, before: null, after, beside: [] };
  });
  const change = { id, before: shown.value, after: kept.value, beside: [] };
  return {
    memory: {
      ...memory,
      replica: withChange(replica, device, { id, value: kept.value, replaces: 'all' }),
    },
    changes: [...(kept === shown ? [] : [change]), ...added],
  };
}

/** A source is what claims point at, and a relation says what it says. */
function canBeTwo(id: string): boolean {
  return id.startsWith('claims/') || id.startsWith('entities/');
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}
