/**
 * Work in slices: our code never holds the main thread longer than a few milliseconds, and never
 * takes more than a small share of it, however much the page has for us to do.
 */

/** Far below the 50 ms that count as a long task, since the page's own work comes on top. */
const SLICE_MS = 8;
/** Of one core, on a page that never stops changing. */
const MAX_SHARE = 0.05;
const MAX_PAUSE_MS = 2000;
/** Changes come in bursts; waiting this long gathers most of one. */
const GATHER_MS = 60;

/**
 * Runs the steps of a generator in slices; resolves when it is done or the signal has aborted.
 * Gives the milliseconds of the slices, without what the page and others did between them.
 */
export async function runInSlices(steps: Generator<void>, signal: AbortSignal): Promise<number> {
  let cost = 0;
  let begun = performance.now();
  while (!signal.aborted) {
    const isDone = steps.next().done;
    const took = performance.now() - begun;
    if (isDone) return cost + took;
    if (took >= SLICE_MS) {
      cost += took;
      await nextTask();
      begun = performance.now();
    }
  }
  return cost;
}

interface TaskScheduler {
  yield?: () => Promise<void>;
}

function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: TaskScheduler };
  // Its continuation comes before other timers, but after input and painting.
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Pauses that were due and not made, because readers do not wait that long; times without a change
 * make up for them. A page that runs up so much cannot be kept up with at MAX_SHARE.
 */
const MAX_OWED_MS = 60_000;

export interface Throttle {
  /** Asks for a run; many requests make one. */
  request(): void;
}

/**
 * Runs `work`, which tells its milliseconds, soon after it is requested, one run at a time, and after
 * each run pauses so long that all runs together stay below MAX_SHARE. Where that cannot be kept, it gives up for good and
 * says so. Stops with the signal.
 */
export function createThrottle(
  work: () => Promise<number>,
  signal: AbortSignal,
  onGivenUp: () => void,
): Throttle {
  let owed = 0;
  let pausedUntil = 0;
  let requested = false;
  let scheduled = false;

  async function run(): Promise<void> {
    if (signal.aborted) return;
    requested = false;
    const rested = performance.now() - pausedUntil;
    const cost = await work();
    const due = Math.max(GATHER_MS, cost / MAX_SHARE - cost);
    const pause = Math.min(MAX_PAUSE_MS, due);
    owed = Math.max(0, owed - rested) + due - pause;
    pausedUntil = performance.now() + pause;
    // It stays scheduled, so that no request comes through any more.
    if (owed > MAX_OWED_MS) return onGivenUp();
    setTimeout(() => {
      scheduled = false;
      if (requested) schedule();
    }, pause);
  }

  function schedule(): void {
    if (scheduled || signal.aborted) return;
    scheduled = true;
    setTimeout(() => void run(), GATHER_MS);
  }

  return {
    request() {
      requested = true;
      schedule();
    },
  };
}
