import { describe, expect, test } from 'vitest';
import { foldNames, mentionPlace, mergeNames } from './page-names';
import type { FrameNames } from './popup-api';

const ant = { key: 'p/ant', label: 'Ant Group' };
const ma = { key: 'p/ma', label: 'Jack Ma' };
const xuA = { key: 'p/xu-a', label: 'Xu Lin' };
const xuB = { key: 'p/xu-b', label: 'Xu Lin' };

const frames: FrameNames[] = [
  { frame: 'advert', isTop: false, on: true, names: [{ entities: [ma], count: 2 }] },
  {
    frame: 'top',
    isTop: true,
    on: true,
    names: [
      { entities: [ant], count: 3 },
      { entities: [xuA, xuB], count: 1 },
      { entities: [ma], count: 1 },
    ],
  },
  {
    frame: 'comments',
    isTop: false,
    on: true,
    names: [
      { entities: [xuA], count: 4 },
      { entities: [ant], count: 0 },
      { entities: [], count: 5 },
    ],
  },
];

describe('mergeNames', () => {
  test('adds up over frames, the top page first; an open name is a name of its own', () => {
    expect(mergeNames(frames).map(({ id, count }) => [id, count])).toEqual([
      ['p/ant', 3],
      ['p/xu-a p/xu-b', 1],
      ['p/ma', 3],
      ['p/xu-a', 4],
    ]);
  });

  test('no frames, no names', () => {
    expect(mergeNames([])).toEqual([]);
  });
});

describe('foldNames', () => {
  const other = { key: 'q/ant', label: 'Ant Financial' };
  const written = mergeNames([
    {
      frame: 'top',
      isTop: true,
      on: true,
      names: [
        { entities: [ant, other], count: 2 },
        { entities: [ma], count: 1 },
        { entities: [other], count: 1 },
        { entities: [xuA, xuB], count: 1 },
      ],
    },
  ]);
  const folded = foldNames(written, [['p/ant', 'q/ant', 'own/ant']]);

  test('what two packs know is one name, a name of two people stays open', () => {
    expect(folded.map(({ id, count }) => [id, count])).toEqual([
      ['p/ant', 3],
      ['p/ma', 1],
      ['p/xu-a p/xu-b', 1],
    ]);
    expect(folded[0]?.entities).toEqual([ant]);
    expect(foldNames(written, [])).toEqual(written);
  });

  test.each([
    [0, ['p/ant', 'q/ant'], 0],
    [1, ['p/ant', 'q/ant'], 1],
    [2, ['q/ant'], 0],
    [3, ['p/ant', 'q/ant'], 0],
  ])('mention %i is where the page has it', (n, entities, index) => {
    const [name] = folded;
    if (!name) throw new Error();
    expect(mentionPlace(name, n)).toEqual({ frame: 'top', entities, index });
  });
});

describe('mentionPlace', () => {
  const name = mergeNames(frames).find(({ id }) => id === 'p/ma');
  test.each([
    [0, 'top', 0],
    [1, 'advert', 0],
    [2, 'advert', 1],
    [3, 'top', 0],
    [7, 'advert', 0],
  ])('mention %i is in %s at %i', (n, frame, index) => {
    if (!name) throw new Error('the fixture lost its name');
    expect(mentionPlace(name, n)).toEqual({ frame, entities: ['p/ma'], index });
  });

  test('a name without mentions leads nowhere', () => {
    expect(mentionPlace({ id: 'x', entities: [ma], count: 0, places: [] }, 3)).toBeNull();
  });
});
