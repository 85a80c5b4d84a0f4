import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createThrottle } from './slices';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page that changes all the time, each reading of which takes so long, for so many minutes. */
async function keepChanging(
  costMs: number,
  minutes: number,
): Promise<{ runs: number; givenUp: number }> {
  const stopped = new AbortController();
  let runs = 0;
  let givenUp = 0;
  const throttle = createThrottle(
    async () => {
      runs++;
      await new Promise((done) => setTimeout(done, costMs));
    },
    stopped.signal,
    () => givenUp++,
  );
  for (let elapsed = 0; elapsed < minutes * 60_000; elapsed += 100) {
    throttle.request();
    await vi.advanceTimersByTimeAsync(100);
  }
  stopped.abort();
  return { runs, givenUp };
}

test('a page that can be kept up with is read on and on', async () => {
  const { runs, givenUp } = await keepChanging(50, 30);
  expect(givenUp).toBe(0);
  // 50 ms of every second are a twentieth.
  expect(runs).toBeGreaterThan(1500);
  expect(runs).toBeLessThan(1900);
});

test.each([
  [200, 60],
  [2000, 3],
])('one that takes %i ms each time is given up, once', async (costMs, maxRuns) => {
  const { runs, givenUp } = await keepChanging(costMs, 10);
  expect(givenUp).toBe(1);
  expect(runs).toBeLessThan(maxRuns);
});
