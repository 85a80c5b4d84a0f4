/**
 * The history of one record of the reader's: what it was before and after each edit. Undo and
 * redo move a mark in it; deletion is an edit whose outcome is nothing, so it can be undone
 * like any other, and the record is still known (a tombstone) when an update or another device
 * brings it again.
 */
import { isSame } from '../packs/is-same';

export interface Edit<T> {
  /** ISO date and time. */
  readonly at: string;
  /** Null before it was made. */
  readonly before: T | null;
  /** Null where the edit deleted it. */
  readonly after: T | null;
}

export interface History<T> {
  /** The oldest first. */
  readonly edits: readonly Edit<T>[];
  /** So many of them are in force; those behind can be done again. */
  readonly done: number;
}

/** Older edits are forgotten; the record as it is now is not. */
export const MAX_EDITS = 100;

export function emptyHistory<T>(): History<T> {
  return { edits: [], done: 0 };
}

/** `shipped` is what holds without any edit: a pack's own version, or null. */
export function currentOf<T>(history: History<T>, shipped: T | null): T | null {
  const last = history.edits[history.done - 1];
  if (last) return last.after;
  const [first] = history.edits;
  return first ? first.before : shipped;
}

/** With one more edit; what had been undone is gone. An edit that changes nothing is none. */
export function withEdit<T>(
  history: History<T>,
  shipped: T | null,
  after: T | null,
  at: string,
): History<T> {
  const before = currentOf(history, shipped);
  if (isSame(before, after)) return history;
  const edits = [...history.edits.slice(0, history.done), { at, before, after }].slice(-MAX_EDITS);
  return { edits, done: edits.length };
}

export function undo<T>(history: History<T>): History<T> {
  return history.done === 0 ? history : { ...history, done: history.done - 1 };
}

export function redo<T>(history: History<T>): History<T> {
  return history.done === history.edits.length ? history : { ...history, done: history.done + 1 };
}

/** Whether it is deleted now, but was there. */
export function isTombstone<T>(history: History<T>): boolean {
  const last = history.edits[history.done - 1];
  return last !== undefined && last.after === null;
}
