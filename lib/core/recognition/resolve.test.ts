import { describe, expect, test } from 'vitest';
import { buildMatcher, type NamedEntity } from '../matcher/build-matcher';
import { createMatcher } from '../matcher/matcher';
import { recogniseText } from './recognise-text';

const entity = (
  id: string,
  strong: string[],
  weak: string[] = [],
  garbled: string[] = [],
): NamedEntity => ({
  key: `p/${id}`,
  label: strong[0] ?? id,
  aliases: [
    ...strong.map((text) => ({ text, strength: 'strong', case: 'initial' }) as const),
    ...weak.map((text) => ({ text, strength: 'weak', case: 'initial' }) as const),
    ...garbled.map((text) => ({ text, strength: 'garbled', case: 'initial' }) as const),
  ],
});

const matcher = createMatcher(
  buildMatcher([
    entity('jack-ma', ['Jack Ma', 'Ma Yun'], ['Ma'], ['Ma Win']),
    entity('pony-ma', ['Pony Ma'], ['Ma']),
    entity('ant-group', ['Ant Group', 'Ant Financial'], ['Ant']),
    entity('the-bureau', ['Bureau'], ['Ant Group Affairs Bureau']),
    entity('xu-lin-a', ['Xu Lin']),
    entity('xu-lin-b', ['Xu Lin']),
  ]),
);

function marked(text: string): string[] {
  return recogniseText(matcher, text).map(
    (m) => `${text.slice(m.start, m.end)} = ${m.entities.map((key) => key.slice(2)).join(' or ')}`,
  );
}

describe('which candidates become mentions', () => {
  test.each<[string, string, string[]]>([
    ['a strong alias marks on its own', 'Jack Ma spoke.', ['Jack Ma = jack-ma']],
    ['a weak alias alone does not', 'Ma spoke to Ant.', []],
    [
      'a weak alias after a strong one of its entity',
      'Jack Ma spoke. Ma left.',
      ['Jack Ma = jack-ma', 'Ma = jack-ma'],
    ],
    [
      'a weak alias before its strong one does not',
      'Ma spoke. Jack Ma left.',
      ['Jack Ma = jack-ma'],
    ],
    [
      'the strong alias of somebody else is no support',
      'Pony Ma spoke. Ant left.',
      ['Pony Ma = pony-ma'],
    ],
    [
      'a garbled alias needs support too',
      'Ma Win spoke. Ma Yun spoke. Ma Win left.',
      ['Ma Yun = jack-ma', 'Ma Win = jack-ma'],
    ],
    [
      'two supported entities stay open',
      'Jack Ma met Pony Ma. Ma left.',
      ['Jack Ma = jack-ma', 'Pony Ma = pony-ma', 'Ma = jack-ma or pony-ma'],
    ],
    ['a strong form of two entities stays open', 'Xu Lin said', ['Xu Lin = xu-lin-a or xu-lin-b']],
    ['the longest wins', 'Ant Financial', ['Ant Financial = ant-group']],
    [
      'a long weak name without support does not hide a short strong one',
      'Ant Group Affairs Bureau',
      ['Ant Group = ant-group', 'Bureau = the-bureau'],
    ],
    ['support reaches over paragraphs', 'Jack Ma.\n\nMa.', ['Jack Ma = jack-ma', 'Ma = jack-ma']],
    ['a name does not cross an empty line', 'Jack\n\nMa', []],
  ])('%s', (_name, text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  test('says what supported a weak alias, with offsets in the whole text', () => {
    const text = 'First.\n\nJack Ma spoke.\n\nThen Ma left.';
    const why = recogniseText(matcher, text)[1]?.why;
    expect(why?.rule).toBe('after-strong');
    if (why?.rule !== 'after-strong') return;
    expect(text.slice(why.support.start, why.support.end)).toBe('Jack Ma');
    expect(why.support.text).toBe('Jack Ma');
  });
});
