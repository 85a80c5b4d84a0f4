/** What the section about other devices needs from outside. */
import type { SyncConflict, VersionChoice } from '../../core/sync/conflicts';
import type { SyncKind } from '../../core/sync/sync-kinds';
import type { SyncState } from '../../core/sync/sync-state';

export interface SyncApi {
  readonly readState: () => Promise<SyncState>;
  /** Calls the listener on every change, until what it returns is called. */
  readonly watchState: (listener: (state: SyncState) => void) => () => void;
  readonly turn: (kind: SyncKind, isOn: boolean) => Promise<void>;
  /** Off on all devices, and what was sent is deleted. */
  readonly erase: (kind: SyncKind) => Promise<void>;
  readonly meetNow: () => Promise<void>;
  readonly conflicts: () => Promise<readonly SyncConflict[]>;
  readonly choose: (conflict: SyncConflict, keep: VersionChoice) => Promise<void>;
  /** Where a backup can be saved as a file. */
  readonly packsUrl: string;
}
