import { describe, expect, test } from 'vitest';
import { checkFigures, type Derivation } from './check-figures';
import { findFigures } from './figures';
import type { Claim, FactPack } from './pack-schema';

function packWith(text: string, excerpt: string, date?: Claim['date']): FactPack {
  const entity = {
    id: 'five-g',
    kind: 'concept' as const,
    label: '5G',
    labelBasis: 'source' as const,
    nativeLabels: [],
    summary: [],
    aliases: [
      {
        text: '5G',
        lang: 'en',
        strength: 'strong' as const,
        case: 'any' as const,
        basis: 'source' as const,
      },
    ],
  };
  const claim: Claim = {
    id: 'a-claim',
    kind: 'figure',
    text,
    entities: ['five-g'],
    speaker: { type: 'source' },
    ...(date === undefined ? {} : { date }),
    notes: [],
    conflictsWith: [],
    evidence: [
      { source: 's', exact: excerpt, prefix: '', suffix: '', start: 0, end: excerpt.length },
    ],
  };
  return {
    ...{ id: 'p', version: '1.0.0', title: 'P', description: 'P', license: 'CC0-1.0' },
    ...{ sources: [], entities: [entity], claims: [claim], relations: [] },
  };
}

describe('findFigures', () => {
  test.each<[string, string[]]>([
    ['$1,000 and 1000 and a thousand', ['1000', '1000', '1000']],
    ['5.5 percent, 40%', ['5.5', '40']],
    ['$35 billion, 35-billion-yuan', ['35:9', '35:9']],
    ['a trillion-dollar empire, trillion-dollar', ['1:12', '1:12']],
    ['twenty-one companies, forty', ['21', '40']],
    ['two hundred', ['200']],
    ['3 November 2020', ['3', 'month:11', '2020']],
    ['in May 2020 he may march', ['month:5', '2020']],
    ['the 14th plan', ['14']],
    ['some billions', []],
  ])('%s', (text, values) => {
    expect(findFigures(text).map((figure) => figure.value)).toEqual(values);
  });
});

describe('checkFigures', () => {
  test.each<[string, string]>([
    ['It has 1,000 members.', 'a thousand members'],
    ['It lost 40% in value.', 'lost forty percent'],
    ['It raised $35 billion.', 'between 35 and 40 billion dollars'],
    ['It has three parts.', '3 parts'],
    ['It began on 3 November 2020.', 'on November 3, 2020'],
    ['It came third in the first round.', 'it came'],
    ['5G is coming.', 'new networks are coming'],
  ])('grounded: %s (%s)', (text, excerpt) => {
    expect(checkFigures(packWith(text, excerpt), [])).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['It has 1,001 members.', 'a thousand members', '1,001'],
    ['It raised $35 billion.', 'raised 35 million', '35 billion'],
    ['It lost 40%.', 'lost 41%', '40'],
    ['It was in December.', 'it was in November', 'December'],
    ['It has three parts.', 'its parts', 'three'],
    ['It was in 2020.', 'it was last year', '2020'],
  ])('not grounded: %s (%s)', (text, excerpt, figure) => {
    const problems = checkFigures(packWith(text, excerpt), []);
    expect(problems.map((problem) => problem.path)).toEqual(['claims[0].text']);
    expect(problems[0]?.message).toContain(`“${figure}”`);
  });

  test('a date that says how it was worked out grounds its figures', () => {
    const text = 'It was on 3 November 2020.';
    const date = { date: '2020-11-03', basis: 'inferred' as const };
    expect(checkFigures(packWith(text, 'it was last year', date), [])).toHaveLength(3);
    const explained = { ...date, why: 'The article is of 2021.' };
    expect(checkFigures(packWith(text, 'it was last year', explained), [])).toEqual([]);
  });

  test('a derivation grounds the figures that it names, and must be needed', () => {
    const pack = packWith('It has four parts and 2 doors.', 'a roof, a floor, a wall and a door');
    const derivation: Derivation = { claim: 'a-claim', figures: ['four'], why: 'Counted.' };
    expect(checkFigures(pack, [derivation]).map((p) => p.message)).toEqual([
      '“2” is in none of its excerpts (a-claim)',
    ]);
    const all = { ...derivation, figures: ['4', 'two', '7'] };
    expect(checkFigures(pack, [all]).map((p) => p.path)).toEqual(['derivations[0].figures[2]']);
    const stray = { ...derivation, claim: 'no-claim' };
    expect(checkFigures(pack, [derivation, stray]).map((p) => p.path)).toEqual([
      'claims[0].text',
      'derivations[1].claim',
    ]);
  });
});
