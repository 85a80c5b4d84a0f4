import { expect, test } from 'vitest';
import type { Corroboration } from './card';
import type { Claim } from './pack-schema';
import { rankClaims } from './rank-claims';

const claim = (id: string, rest: Partial<Claim> = {}): Claim => ({
  id,
  kind: 'statement',
  text: `Claim ${id}.`,
  entities: ['ma'],
  speaker: { type: 'source' },
  notes: [],
  conflictsWith: [],
  evidence: [],
  ...rest,
});
const on = (date: string): Partial<Claim> => ({ date: { date, basis: 'stated' } });
const voices = (speakers: number, sources = speakers): Corroboration => ({
  speakers,
  sources,
  ofSources: 5,
});

test.each<[string, Claim[], Record<string, Corroboration>, string[]]>([
  ['nothing', [], {}, []],
  ['the entity’s own first', [claim('b', { entities: ['x', 'ma'] }), claim('c')], {}, ['c', 'b']],
  [
    'its own even where others say more of the other',
    [claim('b', { entities: ['x', 'ma'] }), claim('c')],
    { b: voices(3), c: voices(1) },
    ['c', 'b'],
  ],
  [
    'more voices first, then more sources',
    [claim('a'), claim('b'), claim('c')],
    { a: voices(1), b: voices(1, 2), c: voices(2) },
    ['c', 'b', 'a'],
  ],
  [
    'the latest first, undated last',
    [claim('a'), claim('b', on('2020-11')), claim('c', on('2021~')), claim('d', on('2020-11-03'))],
    {},
    ['c', 'b', 'd', 'a'],
  ],
  ['otherwise by id', [claim('b'), claim('a')], {}, ['a', 'b']],
  [
    'conflicting claims rise and stay together',
    [
      claim('a', on('2022')),
      claim('b', { ...on('2019'), conflictsWith: ['d'] }),
      claim('c', on('2021')),
      claim('d', { ...on('2018'), conflictsWith: ['b'] }),
    ],
    {},
    ['b', 'd', 'a', 'c'],
  ],
  [
    'a denial follows its allegation, even where it alone is the entity’s own',
    [
      claim('a'),
      claim('denial', { kind: 'denial', respondsTo: 'said' }),
      claim('said', { kind: 'allegation', entities: ['x', 'ma'] }),
    ],
    {},
    ['said', 'denial', 'a'],
  ],
  [
    'answers to answers stay in one exchange',
    [
      claim('z-reply', { respondsTo: 'y-denial' }),
      claim('x-said', { kind: 'allegation' }),
      claim('y-denial', { kind: 'denial', respondsTo: 'x-said' }),
    ],
    {},
    ['x-said', 'y-denial', 'z-reply'],
  ],
  [
    'an answer to a claim that is elsewhere',
    [claim('a'), claim('b', { kind: 'denial', respondsTo: 'elsewhere' })],
    {},
    ['b', 'a'],
  ],
  [
    'claims that answer each other in a circle end',
    [claim('a', { respondsTo: 'b' }), claim('b', { respondsTo: 'a' })],
    {},
    ['a', 'b'],
  ],
])('%s', (_name, claims, corroboration, ids) => {
  for (const given of [claims, claims.toReversed()]) {
    expect(rankClaims(given, 'ma', corroboration).map((c) => c.id)).toEqual(ids);
  }
});
