/** What has to be written, and may be removed, for others to know what this device knows. */
import { obsoleteKeys, writeLetter } from './letter';
import { type Replica, withMark } from './replica';
import { type Items, planRoom, type RoomPlan } from './room';
import type { SyncKind } from './sync-kinds';

export interface SendPlan {
  /** With the dot of the letter; to be kept before anything is written. */
  readonly replica: Replica;
  /** To be written before the head. */
  readonly parts: Items;
  readonly head: Items;
  /** Letters that this one stands for. */
  readonly obsolete: readonly string[];
  readonly room: RoomPlan;
}

export async function planSending(
  kind: SyncKind,
  replica: Replica,
  device: string,
  present: Items,
): Promise<SendPlan> {
  const marked = withMark(replica, device);
  const dot = { device, count: marked.seen.get(device) ?? 0 };
  const { parts, head } = await writeLetter(kind, dot, marked);
  const obsolete = obsoleteKeys(kind, present, replica);
  return {
    replica: marked,
    parts,
    head,
    obsolete,
    room: planRoom(present, obsolete, { ...parts, ...head }),
  };
}
