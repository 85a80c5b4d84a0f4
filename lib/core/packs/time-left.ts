/**
 * Seconds until an import is read, from how fast it went so far; null as long as nobody can
 * tell. The total is in bytes, the times in milliseconds.
 */
export function timeLeft(readBytes: number, totalBytes: number, spentMs: number): number | null {
  if (spentMs < MIN_SPENT_MS || readBytes <= 0 || totalBytes < readBytes) return null;
  return Math.ceil(((totalBytes - readBytes) * spentMs) / readBytes / 1000);
}

/** The first chunk alone, read from a cache, says nothing about the rest. */
const MIN_SPENT_MS = 1000;
