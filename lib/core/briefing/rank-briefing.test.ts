import { describe, expect, test } from 'vitest';
import {
  type DatedClaim,
  type RelationLine,
  rankDatedClaims,
  rankRelations,
} from './rank-briefing';

const counts = new Map([
  ['p/ant', 6],
  ['p/ma', 3],
  ['p/paper', 1],
]);

const relation = (from: string, kind: RelationLine['kind'], to: string): RelationLine => ({
  from: `p/${from}`,
  to: `p/${to}`,
  kind,
  date: null,
  claim: 'p/c',
});

describe('rankRelations', () => {
  test('only between names of the article, the most spoken of first, vague ones last', () => {
    const lines = [
      relation('ant', 'related-to', 'ma'),
      relation('ma', 'criticised', 'paper'),
      relation('ma', 'founder-of', 'ant'),
      relation('ma', 'founder-of', 'absent'),
      relation('ma', 'related-to', 'ma'),
      relation('ma', 'founder-of', 'ant'),
    ];
    expect(rankRelations(lines, counts).map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'founder-of p/ant',
      'criticised p/paper',
      'related-to p/ma',
    ]);
  });
});

const claim = (key: string, entities: string[], date: string | null = '2020'): DatedClaim => ({
  key,
  entities: entities.map((id) => `p/${id}`),
  date,
  excerpts: 1,
});

describe('rankDatedClaims', () => {
  test('those that bind names of the article first; without a date or a name none', () => {
    const claims = [
      claim('one', ['paper']),
      claim('mostly about others', ['ant', 'x', 'y', 'z']),
      claim('two', ['ant', 'ma']),
      claim('undated', ['ant'], null),
      claim('no date', ['ant'], 'some day'),
      claim('about others', ['x']),
    ];
    expect(rankDatedClaims(claims, counts).map(({ key }) => key)).toEqual([
      'two',
      'one',
      'mostly about others',
    ]);
  });

  test('what more excerpts carry comes before', () => {
    const claims = [claim('a', ['ma']), { ...claim('b', ['ma']), excerpts: 3 }];
    expect(rankDatedClaims(claims, counts).map(({ key }) => key)).toEqual(['b', 'a']);
  });
});
