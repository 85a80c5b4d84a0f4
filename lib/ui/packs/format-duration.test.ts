import { expect, test } from 'vitest';
import { formatDuration } from './format-duration';

test.each([
  [0, '5 seconds'],
  [6, '10 seconds'],
  [54, '55 seconds'],
  [58, '1 minute'],
  [250, '4 minutes'],
  [7200, '2 hours'],
])('%d s is %s', (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words);
});
