import { expect, test } from 'vitest';
import { foldHits } from './fold-hits';
import type { SearchHit } from './search-hit';

const packs = [
  { id: 'own', title: 'Mine', colour: 'red' as const },
  { id: 'p', title: 'P', colour: null },
  { id: 'q', title: 'Q', colour: null },
];
const entity = (key: string, label: string, score: number, claims = 1): SearchHit => ({
  ...{ kind: 'entity', entity: key, entityKind: 'person', label, native: null },
  ...{ matched: `as ${label}`, summary: `From ${key}.`, claims, score },
});
const claim: SearchHit = {
  ...{ kind: 'claim', claim: 'p/c', entity: 'p/ant', entityLabel: 'Ant', claimKind: 'event' },
  ...{ label: 'What happened.', score: 0.2 },
};
const hits = [
  entity('q/ant', 'Ant Financial', 0.1),
  claim,
  entity('p/ma', 'Ma', 0.3),
  entity('p/ant', 'Ant Group', 0.4, 3),
  entity('own/ant', 'Ant Group', 0.4, 0),
];

test('what several packs know is one hit with the card’s name, where the best of them stood', () => {
  const folded = foldHits(hits, [['p/ant', 'own/ant', 'q/ant'], ['p/ma']], packs);
  expect(folded).toEqual([
    {
      ...entity('p/ant', 'Ant Group', 0.1, 4),
      matched: 'as Ant Financial',
      // Not the one of which nothing is left.
      origins: [
        { pack: 'p', title: 'P', colour: null },
        { pack: 'q', title: 'Q', colour: null },
      ],
    },
    claim,
    entity('p/ma', 'Ma', 0.3),
  ]);
});

test.each<[string, string[][]]>([
  ['nothing is one', []],
  [
    'the others are not found',
    [
      ['p/ant', 'z/ant'],
      ['p/ma', 'z/ma'],
    ],
  ],
])('where %s, all stays', (_why, groups) => {
  expect(foldHits(hits, groups, packs)).toEqual(hits);
});

test('by the name that was found, where the one that gives it was not', () => {
  const [folded] = foldHits(
    hits.slice(0, 1).concat(hits.slice(4)),
    [['p/ant', 'own/ant', 'q/ant']],
    packs,
  );
  expect(folded).toMatchObject({ entity: 'own/ant', origins: [{ pack: 'own' }, { pack: 'q' }] });
});
