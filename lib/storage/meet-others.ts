/** One meeting of this device with the others, by way of the browser's sync. */
import { conflictIds } from '../core/sync/conflicts';
import { offKey, readLetters } from '../core/sync/letter';
import { meet, type SyncMemory } from '../core/sync/reconcile';
import { knows } from '../core/sync/replica';
import { planSending } from '../core/sync/send-plan';
import type { SyncKind } from '../core/sync/sync-kinds';
import type { SyncTrouble } from '../core/sync/sync-state';
import { ChangedMeanwhileError } from './record-edits';
import type { SyncArea } from './sync-area';
import { NotTakenError, type SyncedKind } from './synced-kind';

export interface MeetingOutcome {
  readonly trouble: SyncTrouble | null;
  readonly isSent: boolean;
  /** Something of the profile was changed. */
  readonly isChanged: boolean;
  readonly conflicts: number;
  readonly waiting: number;
}

/** Another device, or this one before its profile was set back, has counted further by this id. */
export class DeviceTakenError extends Error {
  override readonly name = 'DeviceTakenError';
}

const ATTEMPTS = 3;

/** Throws what the stores throw; the profile is then as it was, or wholly as the meeting decided. */
export async function meetOthers(
  kind: SyncKind,
  synced: SyncedKind,
  area: SyncArea,
  device: string,
): Promise<MeetingOutcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await meetOnce(kind, synced, area, device);
    } catch (error) {
      if (error instanceof NotTakenError) {
        return { ...NOTHING, trouble: { code: 'not-taken', detail: error.message } };
      }
      if (!(error instanceof ChangedMeanwhileError) || attempt === ATTEMPTS) throw error;
    }
  }
}

const NOTHING: MeetingOutcome = {
  trouble: null,
  isSent: false,
  isChanged: false,
  conflicts: 0,
  waiting: 0,
};

async function meetOnce(
  kind: SyncKind,
  synced: SyncedKind,
  area: SyncArea,
  device: string,
): Promise<MeetingOutcome> {
  const items = await area.read();
  if (Object.hasOwn(items, offKey(kind))) return { ...NOTHING, trouble: { code: 'erased' } };
  const { letters, problems } = await readLetters(kind, items, synced.isSound);
  const replicas = letters.map(({ replica }) => replica);
  const before = await synced.readMemory();
  const counted = before.replica.seen.get(device) ?? 0;
  if (replicas.some(({ seen }) => (seen.get(device) ?? 0) > counted)) throw new DeviceTakenError();
  const stored = await synced.read();
  if (stored === null) return { ...NOTHING, trouble: { code: 'too-many', max: synced.max } };
  // One record that is not sound would make the whole letter unreadable for the others.
  const here = new Map(
    [...stored].filter(
      ([id, value]) => before.replica.records.has(id) || synced.isSound(id, value),
    ),
  );
  const { memory, changes, hasNews } = meet(before, here, replicas, device, synced.rules);
  await synced.apply(changes, memory);
  const met = {
    isChanged: changes.length > 0,
    conflicts: conflictIds(memory).length,
    waiting: [...memory.held.keys()].filter((id) => memory.replica.records.has(id)).length,
  };
  // What is known already may be half removed.
  const found = problems.flatMap(({ dot, problem }) =>
    knows(before.replica, dot) ? [] : [problem],
  );
  const trouble = found.includes('newer')
    ? ({ code: 'newer' } as const)
    : found.includes('damaged')
      ? ({ code: 'damaged' } as const)
      : null;
  if (!hasNews) return { ...met, trouble, isSent: false };
  const refused = await send(kind, synced, area, device, memory);
  return { ...met, trouble: refused ?? trouble, isSent: refused === null };
}

/** The trouble that kept it from being sent; then nothing of it was. */
async function send(
  kind: SyncKind,
  synced: SyncedKind,
  area: SyncArea,
  device: string,
  memory: SyncMemory,
): Promise<SyncTrouble | null> {
  const plan = await planSending(kind, memory.replica, device, await area.read());
  const { parts, head, obsolete, room } = plan;
  if (!room.fits) return { code: 'too-large', size: room.size, room: room.room };
  // Before anybody can see its count, which must not be given twice.
  await synced.apply([], { ...memory, replica: plan.replica });
  if (room.removeFirst) await area.remove(obsolete);
  await area.write(parts);
  await area.write(head);
  if (!room.removeFirst) await area.remove(obsolete);
  return null;
}
