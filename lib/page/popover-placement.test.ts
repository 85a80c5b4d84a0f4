import { describe, expect, test } from 'vitest';
import type { Box } from '../core/popover/box';
import {
  besideBox,
  chooseSide,
  isOutOfView,
  keepInside,
  referenceBox,
  type Side,
} from './popover-placement';

const box = (left: number, top: number, width: number, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('referenceBox', () => {
  test('a mention without boxes has none', () => {
    expect(referenceBox([])).toBeNull();
    expect(referenceBox([box(10, 10, 0), box(10, 10, 5, 0)])).toBeNull();
  });

  test('takes boxes whose sides are getters, as a DOMRect’s are', () => {
    class Rect {
      get left() {
        return 10;
      }
      get top() {
        return 20;
      }
      get right() {
        return 60;
      }
      get bottom() {
        return 40;
      }
    }
    expect(referenceBox([new Rect()])).toEqual(box(10, 20, 50));
  });

  test('pieces on one line are one box, also of different heights', () => {
    expect(referenceBox([box(10, 100, 20), box(30, 97, 15, 26), box(45, 100, 40)])).toEqual(
      box(10, 97, 75, 26),
    );
  });

  describe('a name broken over two lines', () => {
    const end = box(500, 100, 60);
    const start = box(20, 124, 80);
    test.each([
      ['without a point: first line', undefined, 500, 560],
      ['point on the second line', { x: 40, y: 130 }, 20, 100],
      ['point on the first line', { x: 510, y: 110 }, 500, 560],
    ])('%s; free of both lines', (_, point, left, right) => {
      expect(referenceBox([end, start], point)).toEqual({ left, right, top: 100, bottom: 144 });
    });
  });

  test('a name broken over two columns keeps to the column of the point', () => {
    const bottom = box(20, 700, 80);
    const top = box(420, 40, 60);
    expect(referenceBox([bottom, top], { x: 430, y: 50 })).toEqual(top);
    expect(referenceBox([bottom, top])).toEqual(bottom);
  });
});

describe('referenceBox of upright lines', () => {
  const writing = { vertical: true, rightToLeft: true };
  const end = { left: 500, right: 520, top: 700, bottom: 780 };
  const start = { left: 470, right: 490, top: 40, bottom: 80 };
  test.each([
    ['one line', [end], undefined, end],
    [
      'pieces of one line',
      [end, { ...end, top: 780, bottom: 800 }],
      undefined,
      { ...end, bottom: 800 },
    ],
    ['broken: free of both lines', [end, start], { x: 475, y: 50 }, { ...start, right: 520 }],
  ])('%s', (_, boxes, point, expected) => {
    expect(referenceBox(boxes, point, writing)).toEqual(expected);
  });
});

describe('chooseSide', () => {
  const lines = { vertical: false, rightToLeft: false };
  test.each([
    ['good room below', 100, 800, null, 'bottom'],
    ['good room below, more above', 480, 820, null, 'bottom'],
    ['little room below', 700, 800, null, 'top'],
    ['little room everywhere, more below', 90, 220, null, 'bottom'],
    ['stays below though above is roomier', 600, 800, 'bottom', 'bottom'],
    ['stays above though below is roomier', 150, 800, 'top', 'top'],
    ['leaves a side that became too small', 700, 800, 'bottom', 'top'],
    ['leaves the top that became too small', 100, 800, 'top', 'bottom'],
    ['stays where the other side is no better', 60, 200, 'bottom', 'bottom'],
    ['forgets the side of an upright line', 100, 800, 'left', 'bottom'],
  ] as const)('%s', (_, top, viewport, current, side) => {
    const view = { left: 0, top: 0, right: 1000, bottom: viewport };
    expect(chooseSide(box(10, top, 50), view, lines, current)).toBe(side);
  });

  test('where the reader has zoomed in, what is seen counts', () => {
    const view = { left: 300, top: 400, right: 600, bottom: 800 };
    expect(chooseSide(box(310, 410, 50), view, lines, null)).toBe('bottom');
    expect(chooseSide(box(310, 760, 50), view, lines, null)).toBe('top');
  });

  test.each<[string, number, number, boolean, Side | null, Side]>([
    ['to the left, where the next line is', 600, 1100, true, null, 'left'],
    ['to the right, where the next line is', 300, 1100, false, null, 'right'],
    ['on the roomier side', 200, 1100, true, null, 'right'],
    ['where it was', 300, 1100, true, 'left', 'left'],
    ['below, where the window is narrow', 150, 320, true, null, 'bottom'],
  ])('beside an upright line: %s', (_, left, width, rightToLeft, current, side) => {
    const view = { left: 0, top: 0, right: width, bottom: 800 };
    const writing = { vertical: true, rightToLeft };
    expect(chooseSide(box(left, 100, 20, 80), view, writing, current)).toBe(side);
  });
});

test.each<[Side, boolean, number, number]>([
  ['bottom', false, 100, 126],
  ['bottom', true, -150, 126],
  ['top', false, 100, -106],
  ['left', true, -206, 100],
  ['right', false, 156, 100],
])('besideBox: %s, right to left %s', (side, rightToLeft, x, y) => {
  const size = { width: 300, height: 200 };
  expect(besideBox(box(100, 100, 50), side, size, rightToLeft, 6)).toEqual({ x, y });
});

test.each([
  ['in view already', 50, 60, 50, 60],
  ['beyond the left and the top', -90, -10, 8, 8],
  ['beyond the right and the bottom', 900, 900, 592, 292],
])('keepInside: %s', (_, x, y, left, top) => {
  const view = { left: 0, top: 0, right: 1000, bottom: 600 };
  expect(keepInside({ x, y }, { width: 400, height: 300 }, view, 8)).toEqual({ x: left, y: top });
});

test('keepInside: what is larger than the view shows its head', () => {
  const view = { left: 100, top: 50, right: 300, bottom: 250 };
  const size = { width: 400, height: 300 };
  expect(keepInside({ x: 0, y: 0 }, size, view, 8)).toEqual({ x: 108, y: 58 });
});

test.each([
  [box(10, 10, 50), false],
  [box(-40, 10, 50), false],
  [box(10, -15, 50), false],
  [box(10, -20, 50), true],
  [box(10, 600, 50), true],
  [box(-50, 10, 50), true],
  [box(800, 10, 50), true],
])('isOutOfView %j', (mention, out) => {
  expect(isOutOfView(mention, { left: 0, top: 0, right: 800, bottom: 600 })).toBe(out);
});
