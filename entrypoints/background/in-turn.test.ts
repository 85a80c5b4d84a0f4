import { expect, test } from 'vitest';
import { createTurns } from './in-turn';

test('tasks run one after another, also after one that failed', async () => {
  const inTurn = createTurns();
  let value = 0;
  const addSlowly = () =>
    inTurn(async () => {
      const read = value;
      await new Promise((resolve) => setTimeout(resolve, 1));
      value = read + 1;
    });
  const failing = inTurn(() => Promise.reject(new Error('no')));
  await Promise.all([addSlowly(), addSlowly(), expect(failing).rejects.toThrow('no'), addSlowly()]);
  expect(value).toBe(3);
});
