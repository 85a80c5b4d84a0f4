import { expect, test } from 'vitest';
import { isHeadingFor } from './corridor';

const box = { left: 100, top: 200, right: 400, bottom: 500 };

test.each<[string, [number, number], [number, number], boolean]>([
  ['straight down into it', [150, 180], [150, 184], true],
  ['straight down, left of it', [50, 180], [50, 184], false],
  ['straight down, a hand’s breadth beside its corner', [92, 180], [92, 184], true],
  ['at a slant, from far left', [20, 180], [28, 182], true],
  ['at a slant too flat to reach it', [20, 100], [28, 100.5], false],
  ['away from it', [150, 180], [150, 176], false],
  ['along the line, away from it', [350, 180], [340, 180], false],
  ['along the line, under which it begins', [350, 190], [340, 190], true],
  ['upwards into it, from below', [250, 600], [252, 590], true],
  ['sideways into it, from the right', [500, 300], [490, 300], true],
  ['resting', [150, 180], [150, 180], false],
])('%s', (_way, [x0, y0], [x1, y1], expected) => {
  expect(isHeadingFor(box, { x: x0, y: y0 }, { x: x1, y: y1 })).toBe(expected);
});
