/** In the place of lib/page/slices.ts: all work at once, so that a run's time is its work alone. */
export * from '../../../lib/page/slices';

export async function runInSlices(steps: Generator<void>): Promise<void> {
  while (!steps.next().done);
}
