/** Why the fact base cannot be used, in the kinds that a reader can do something about. */
export interface StorageFailure {
  readonly reason: 'storage-full' | 'storage-blocked' | 'bad-pack' | 'unknown';
  /** For people who report the error. */
  readonly detail: string;
}

/** A bundled pack that is missing or does not pass its check. */
export class BadPackError extends Error {
  override readonly name = 'BadPackError';
}

/** Names under which browsers and Dexie say that there is no IndexedDB to be had. */
const BLOCKED = new Set([
  'InvalidStateError',
  'SecurityError',
  'NotAllowedError',
  'UnknownError',
  'OpenFailedError',
  'DatabaseClosedError',
  'MissingAPIError',
  'MissingApiError',
  'TimeoutError',
]);

export function toStorageFailure(error: unknown): StorageFailure {
  const chain = causesOf(error);
  const detail = chain.map(describe).join(' ← ');
  const names = chain.map(nameOf);
  // storage.local reports a full quota as a plain Error that only its words tell apart.
  const isFull = chain.some((cause) => nameOf(cause) === 'QuotaExceededError' || isQuota(cause));
  if (isFull) return { reason: 'storage-full', detail };
  if (names.includes('BadPackError')) return { reason: 'bad-pack', detail };
  if (names.some((name) => BLOCKED.has(name))) return { reason: 'storage-blocked', detail };
  return { reason: 'unknown', detail };
}

/** The error and those it wraps: Dexie keeps them in `inner` and, for bulk writes, in `failures`. */
function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  const queue: unknown[] = [error];
  while (queue.length > 0 && causes.length < 10) {
    const next = queue.shift();
    if (next === undefined || next === null || causes.includes(next)) continue;
    causes.push(next);
    if (typeof next !== 'object') continue;
    if ('inner' in next) queue.push(next.inner);
    if ('cause' in next) queue.push(next.cause);
    if ('failures' in next && Array.isArray(next.failures)) queue.push(next.failures[0]);
  }
  return causes;
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}

function isQuota(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(error.message);
}

function describe(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`;
  return `${nameOf(error)} ${String(error)}`.trim();
}
