/** In the place of lib/page/slices.ts: the same, and the clock is told of each step. */
import { runInSlices as run } from '../../../lib/page/slices';
import { touch } from './slice-clock';

export * from '../../../lib/page/slices';

export function runInSlices(steps: Generator<void>, signal: AbortSignal): Promise<number> {
  return run(touched(steps), signal);
}

function* touched(steps: Generator<void>): Generator<void> {
  for (;;) {
    touch();
    const { done } = steps.next();
    touch();
    if (done) return;
    yield;
  }
}
