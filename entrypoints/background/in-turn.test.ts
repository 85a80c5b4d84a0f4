import { expect, test } from 'vitest';
import { createTurns, createTurnsByKey } from './in-turn';

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

test('each key has turns of its own', async () => {
  const inTurn = createTurnsByKey();
  const done: string[] = [];
  void inTurn('stuck', () => new Promise(() => {}));
  void inTurn('stuck', async () => done.push('after what never ends'));
  const slow = inTurn('page', async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push('first');
  });
  const failing = inTurn('page', () => Promise.reject(new Error('no')));
  await Promise.all([slow, expect(failing).rejects.toThrow('no')]);
  await inTurn('page', async () => done.push('second'));
  expect(done).toEqual(['first', 'second']);
});
