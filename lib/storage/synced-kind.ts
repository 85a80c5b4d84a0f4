/** A kind of data as the sync sees it: read here, and changed as a meeting has decided. */
import type { KindRules, PlannedChange, SyncMemory, Values } from '../core/sync/reconcile';

export interface SyncedKind {
  readonly rules: KindRules;
  readonly isSound: (id: string, value: unknown) => boolean;
  /** Of so many records nothing is read or sent; `read` then gives null. */
  readonly max: number;
  /** Throws where not all can be read, since what is missing counts as deleted, on all devices. */
  readonly read: () => Promise<Values | null>;
  readonly readMemory: () => Promise<SyncMemory>;
  /**
   * All changes or none, and the memory after them, never before: a browser that dies in between
   * then takes what came for the reader's own work, instead of undoing it. Throws
   * ChangedMeanwhileError where something is not as it was read.
   */
  readonly apply: (changes: readonly PlannedChange[], memory: SyncMemory) => Promise<void>;
}

/** Who reads something and then changes it does so in one turn. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>;

/** What came cannot be put here as it is. */
export class NotTakenError extends Error {
  override readonly name = 'NotTakenError';
}
