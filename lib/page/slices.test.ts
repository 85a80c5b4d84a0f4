import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createThrottle, runInSlices } from './slices';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/**
 * A page that changes every so often, for so many minutes, each reading of which takes so long, and
 * as long again for which the page or other programs keep it waiting.
 */
async function keepChanging(
  costMs: number,
  minutes: number,
  { everyMs = 100, waitMs = 0 } = {},
): Promise<{ runs: number; givenUp: number }> {
  const stopped = new AbortController();
  let runs = 0;
  let givenUp = 0;
  const throttle = createThrottle(
    async () => {
      runs++;
      await new Promise((done) => setTimeout(done, costMs + waitMs));
      return costMs;
    },
    stopped.signal,
    () => givenUp++,
  );
  for (let elapsed = 0; elapsed < minutes * 60_000; elapsed += everyMs) {
    throttle.request();
    await vi.advanceTimersByTimeAsync(everyMs);
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

test('a page whose own work keeps us waiting is not given up for that', async () => {
  const { runs, givenUp } = await keepChanging(20, 30, { waitMs: 3000 });
  expect(givenUp).toBe(0);
  expect(runs).toBeGreaterThan(500);
});

test('one that rests between large changes is read for hours', async () => {
  const { runs, givenUp } = await keepChanging(200, 600, { everyMs: 20_000 });
  expect(givenUp).toBe(0);
  expect(runs).toBe(1800);
});

test('what runs in slices tells its own time, not that between them', async () => {
  function* steps(): Generator<void> {
    for (let step = 0; step < 6; step++) {
      vi.advanceTimersByTime(5);
      yield;
    }
  }
  const running = runInSlices(steps(), new AbortController().signal);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await running).toBe(30);
});
