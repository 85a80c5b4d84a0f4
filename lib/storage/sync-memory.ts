/** What this device remembers of each kind between two meetings with the others. */
import * as v from 'valibot';
import { EMPTY_MEMORY, type SyncMemory } from '../core/sync/reconcile';
import type { SyncKind } from '../core/sync/sync-kinds';
import type { FactDb } from './fact-db';

const dot = v.object({ device: v.string(), count: v.number() });
const versions = v.array(v.object({ dot, from: v.array(dot), value: v.unknown() }));
const MemorySchema = v.object({
  replica: v.object({
    seen: v.map(v.string(), v.number()),
    records: v.map(v.string(), versions),
  }),
  past: v.map(v.string(), v.array(v.object({ dot, value: v.unknown() }))),
  held: v.map(v.string(), v.unknown()),
});

/**
 * As of a device that was never met, where it is missing or cannot be read: then all that is here
 * counts as new, and nothing is lost.
 */
export async function readSyncMemory(db: FactDb, kind: SyncKind): Promise<SyncMemory> {
  const parsed = v.safeParse(MemorySchema, (await db.values.get(nameOf(kind)))?.value);
  return parsed.success ? parsed.output : EMPTY_MEMORY;
}

export async function writeSyncMemory(
  db: FactDb,
  kind: SyncKind,
  memory: SyncMemory,
): Promise<void> {
  await db.values.put({ name: nameOf(kind), value: memory });
}

/** Who forgets has to count by another name from then on: others still know its old counts. */
export async function forgetSyncMemory(db: FactDb, kind: SyncKind): Promise<void> {
  await db.values.delete(nameOf(kind));
}

function nameOf(kind: SyncKind): string {
  return `sync ${kind}`;
}
