import { describe, expect, test } from 'vitest';
import { type Box, chooseSide, isOutOfView, referenceBox } from './popover-placement';

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

describe('chooseSide', () => {
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
  ] as const)('%s', (_, top, viewport, current, side) => {
    expect(chooseSide(box(10, top, 50), viewport, current)).toBe(side);
  });
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
  expect(isOutOfView(mention, 800, 600)).toBe(out);
});
