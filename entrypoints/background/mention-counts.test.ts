import { expect, test } from 'vitest';
import { type FrameCount, type TabCounts, totalOf, withFrameCount } from './mention-counts';

const report = (frame: number, count: number, document?: string): FrameCount => ({
  frame,
  document,
  count,
});

test.each<[string, FrameCount[], number]>([
  ['nothing', [], 0],
  ['frames add up', [report(0, 3, 'a'), report(4, 2, 'x')], 5],
  ['a later report replaces the frame’s own', [report(0, 3, 'a'), report(0, 1, 'a')], 1],
  ['frames may come before the top', [report(4, 2, 'x'), report(0, 3, 'a')], 5],
  [
    'another document in the top ends them all',
    [report(0, 3, 'a'), report(4, 2), report(0, 1, 'b')],
    1,
  ],
  [
    'another document in a frame ends nothing',
    [report(0, 3, 'a'), report(4, 2, 'x'), report(4, 1, 'y')],
    4,
  ],
  ['browsers that do not name documents', [report(0, 3), report(4, 2), report(0, 1)], 3],
])('%s', (_name, reports, total) => {
  const counts = reports.reduce<TabCounts>(withFrameCount, { frames: {} });
  expect(totalOf(counts)).toBe(total);
});
