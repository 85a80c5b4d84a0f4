import { expect, test } from 'vitest';
import { buildTables } from './build-matcher';
import { createMatcher, type StartProbe } from './matcher';

const matcher = createMatcher(
  buildTables([
    {
      key: 'p/ant',
      label: 'Ant',
      kind: 'organisation',
      aliases: [
        { text: 'Ant', strength: 'strong', case: 'any' },
        { text: '蚂蚁', strength: 'strong', case: 'any' },
      ],
    },
  ]),
);

test('a text of signs alone hides no other of its length', () => {
  expect(matcher.scan('...').candidates).toEqual([]);
  expect(matcher.scan('Ant').candidates).toHaveLength(1);
  expect(matcher.scan('...').candidates).toEqual([]);
  expect(matcher.scan('\n蚂蚁').candidates).toHaveLength(1);
});

test('a piece without words does not speak for its text', () => {
  const text = '   Ant';
  expect(matcher.scan(text, 0, 3).candidates).toEqual([]);
  expect(matcher.scan(text).candidates).toHaveLength(1);
  expect(matcher.scan('马 .', 1).candidates).toEqual([]);
  const told: number[] = [];
  const probe: StartProbe = { ascii: new Uint8Array(128), at: (_text, start) => told.push(start) };
  matcher.scan('马 .', 0, 3, probe);
  expect(told).toEqual([0]);
});
