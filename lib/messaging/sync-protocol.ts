/** Calls about what travels between a reader's devices. The state lies in extension storage. */
import * as v from 'valibot';
import { DotSchema, SyncConflictSchema } from '../core/sync/conflicts';
import { SYNC_KINDS } from '../core/sync/sync-kinds';

const nothing = v.strictObject({});
const kind = v.picklist(SYNC_KINDS);

export const syncProtocol = {
  /** Turned on only after the reader has seen what will be sent to whom. */
  setSync: {
    from: 'panel',
    params: v.strictObject({ kind, isOn: v.boolean() }),
    result: nothing,
  },
  /** Turns the kind off on all devices and deletes what was sent. */
  eraseSync: { from: 'panel', params: v.strictObject({ kind }), result: nothing },
  /** Meets the other devices at once. */
  syncNow: { from: 'panel', params: nothing, result: nothing },
  getSyncConflicts: {
    from: 'panel',
    params: nothing,
    result: v.strictObject({ conflicts: v.array(SyncConflictSchema) }),
  },
  /** False where there was no such conflict any more. */
  chooseSyncVersion: {
    from: 'panel',
    params: v.strictObject({
      kind,
      id: v.pipe(v.string(), v.maxLength(1000)),
      keep: v.union([DotSchema, v.literal('all')]),
    }),
    result: v.strictObject({ isDone: v.boolean() }),
  },
} as const satisfies Record<
  string,
  { from: 'page' | 'panel'; params: v.GenericSchema; result: v.GenericSchema }
>;
