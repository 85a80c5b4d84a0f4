/**
 * How long our code holds the main thread without a break. Our code calls `touch` as it goes; a
 * slice lasts from the first touch to the last one of the same task.
 */
const slices: number[] = [];
let begun = -1;
let last = -1;

export function touch(): void {
  last = performance.now();
  if (begun >= 0) return;
  begun = last;
  // A message is a task of its own, so it comes after all of this one.
  const channel = new MessageChannel();
  channel.port1.onmessage = endSlice;
  channel.port2.postMessage(null);
}

export function endSlice(): void {
  if (begun >= 0) slices.push(last - begun);
  begun = -1;
}

/** Milliseconds of each slice up to now. */
export function takeSlices(): number[] {
  endSlice();
  return slices.splice(0);
}

interface Yielding {
  yield?: () => Promise<void>;
}

/** What follows a yield may come before the message does. */
export function endSlicesAtYield(): void {
  const { scheduler } = globalThis as { scheduler?: Yielding };
  const original = scheduler?.yield?.bind(scheduler);
  if (!scheduler || !original) return;
  scheduler.yield = () => {
    touch();
    endSlice();
    return original();
  };
}
