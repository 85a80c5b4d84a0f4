import { describe, expect, test } from 'vitest';
import { buildMatcher, type NamedEntity } from '../matcher/build-matcher';
import { createMatcher } from '../matcher/matcher';
import { recogniseText } from './recognise-text';

interface Written {
  readonly kind?: NamedEntity['kind'];
  readonly weak?: readonly string[];
  readonly garbled?: readonly string[];
  readonly lookalikes?: readonly string[];
  readonly counterSigns?: readonly string[];
  readonly related?: readonly string[];
}

const entity = (id: string, strong: readonly string[], more: Written = {}): NamedEntity => ({
  key: `p/${id}`,
  label: strong[0] ?? id,
  kind: more.kind ?? 'organisation',
  aliases: [
    ...strong.map((text) => ({ text, strength: 'strong', case: 'initial' }) as const),
    ...(more.weak ?? []).map((text) => ({ text, strength: 'weak', case: 'initial' }) as const),
    ...(more.garbled ?? []).map(
      (text) => ({ text, strength: 'garbled', case: 'initial' }) as const,
    ),
  ],
  lookalikes: more.lookalikes ?? [],
  counterSigns: more.counterSigns ?? [],
  related: (more.related ?? []).map((other) => `p/${other}`),
});

const matcher = createMatcher(
  buildMatcher([
    entity('jack-ma', ['Jack Ma', 'Ma Yun'], {
      kind: 'person',
      weak: ['Ma'],
      garbled: ['Ma Win'],
      related: ['alibaba'],
    }),
    entity('pony-ma', ['Pony Ma'], { kind: 'person', weak: ['Ma'], related: ['tencent'] }),
    entity('ant-group', ['Ant Group', 'Ant Financial'], {
      weak: ['Ant'],
      lookalikes: ['Apache Ant', 'ant design'],
      counterSigns: ['insect'],
      related: ['alibaba', 'alipay'],
    }),
    entity('alibaba', ['Alibaba'], {
      lookalikes: ['Alibaba and the Forty Thieves'],
      counterSigns: ['forty thieves'],
      related: ['jack-ma', 'ant-group'],
    }),
    entity('alipay', ['Alipay'], { related: ['ant-group'] }),
    entity('tencent', ['Tencent'], { related: ['pony-ma'] }),
    entity('didi', ['Didi Chuxing'], {
      weak: ['Didi'],
      garbled: ['Drip'],
      related: ['tencent', 'review'],
    }),
    entity('review', ['Cybersecurity Review'], { kind: 'event', related: ['didi'] }),
    entity('the-bureau', ['Bureau'], { weak: ['Ant Group Affairs Bureau'] }),
    entity('trump', ['Donald Trump'], {
      kind: 'person',
      weak: ['Trump'],
      counterSigns: ['snooker'],
    }),
    {
      ...entity('private-sector', ['Chinese private sector'], {
        kind: 'concept',
        related: ['alibaba'],
      }),
      aliases: [
        { text: 'Chinese private sector', strength: 'strong', case: 'initial' },
        { text: 'private companies', strength: 'weak', case: 'any' },
        { text: 'companies in private hands', strength: 'weak', case: 'any' },
        { text: '民营企业', strength: 'weak', case: 'any' },
      ],
    },
    entity('xu-lin-a', ['Xu Lin'], { kind: 'person' }),
    entity('xu-lin-b', ['Xu Lin'], { kind: 'person' }),
    {
      ...entity('china', [], { kind: 'place' }),
      aliases: [{ text: 'China', strength: 'weak', case: 'initial' }],
    },
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
      'a surname after the full name',
      'Jack Ma spoke. Ma left.',
      ['Jack Ma = jack-ma', 'Ma = jack-ma'],
    ],
    ['a surname before the full name does not', 'Ma spoke. Jack Ma left.', ['Jack Ma = jack-ma']],
    ['another one’s full name is no support', 'Pony Ma spoke. Ant left.', ['Pony Ma = pony-ma']],
    [
      'a garbled form only after the full name',
      'Ma Win spoke. Ma Yun spoke. Ma Win left.',
      ['Ma Yun = jack-ma', 'Ma Win = jack-ma'],
    ],
    [
      'a surname near a related name',
      'The Alibaba founder Ma left.',
      ['Alibaba = alibaba', 'Ma = jack-ma'],
    ],
    [
      'a surname far from the related name',
      `Alibaba. ${'Long talk. '.repeat(40)} Ma left.`,
      ['Alibaba = alibaba'],
    ],
    [
      'a related name in another paragraph is not near',
      'Alibaba.\n\nMa left.',
      ['Alibaba = alibaba'],
    ],
    [
      'a short brand whose full name comes later',
      'Didi fined\n\nDidi Chuxing was fined.',
      ['Didi = didi', 'Didi Chuxing = didi'],
    ],
    [
      'a short brand on a page about its circle',
      'Alibaba\n\nAlipay\n\nAnt too',
      ['Alibaba = alibaba', 'Alipay = alipay', 'Ant = ant-group'],
    ],
    ['one name of the circle elsewhere is not enough', 'Alibaba\n\nAnt too', ['Alibaba = alibaba']],
    [
      'a garbled form needs support nearby',
      'Didi Chuxing is later.\n\nBefore it: Drip',
      ['Didi Chuxing = didi', 'Drip = didi'],
    ],
    [
      'a garbled form with the full name only later',
      'Drip.\n\nDidi Chuxing',
      ['Didi Chuxing = didi'],
    ],
    ['part of another name: a word before', 'Jack Ma met Yo-Yo Ma.', ['Jack Ma = jack-ma']],
    ['part of another name: a word behind', 'Jack Ma heard Ma Rainey.', ['Jack Ma = jack-ma']],
    [
      'a title before the surname is no other name',
      'Jack Ma came. Chairman Ma spoke.',
      ['Jack Ma = jack-ma', 'Ma = jack-ma'],
    ],
    [
      'a word that begins the sentence is no other name',
      'Jack Ma came. Then Ma spoke.',
      ['Jack Ma = jack-ma', 'Ma = jack-ma'],
    ],
    [
      'a weekday behind is no other name',
      'Jack Ma came. Ma Tuesday left.',
      ['Jack Ma = jack-ma', 'Ma = jack-ma'],
    ],
    [
      'the nearer antecedent in the passage',
      'Jack Ma met Pony Ma. Ma left.',
      ['Jack Ma = jack-ma', 'Pony Ma = pony-ma', 'Ma = pony-ma'],
    ],
    [
      'and the other way round',
      'Pony Ma met Jack Ma. Ma left.',
      ['Pony Ma = pony-ma', 'Jack Ma = jack-ma', 'Ma = jack-ma'],
    ],
    [
      'the later passage wins',
      'Jack Ma.\n\nPony Ma.\n\nMa left.',
      ['Jack Ma = jack-ma', 'Pony Ma = pony-ma', 'Ma = pony-ma'],
    ],
    [
      'both in one earlier passage stay open',
      'Jack Ma and Pony Ma.\n\nMa left.',
      ['Jack Ma = jack-ma', 'Pony Ma = pony-ma', 'Ma = jack-ma or pony-ma'],
    ],
    ['a strong form of two entities stays open', 'Xu Lin said', ['Xu Lin = xu-lin-a or xu-lin-b']],
    ['the longest wins', 'Ant Financial', ['Ant Financial = ant-group']],
    [
      'a long weak name without support does not hide a short strong one',
      'Ant Group Affairs',
      ['Ant Group = ant-group'],
    ],
    ['support reaches over paragraphs', 'Jack Ma.\n\nMa.', ['Jack Ma = jack-ma', 'Ma = jack-ma']],
    ['a name does not cross an empty line', 'Jack\n\nMa', []],
    [
      'a lookalike is nobody, whatever stands around',
      'Ant Group uses Apache Ant and Ant Design.',
      ['Ant Group = ant-group'],
    ],
    ['a lookalike hides a strong name', 'Alibaba and the Forty Thieves', []],
    [
      'after another one’s full name the surname is that other’s',
      'Alibaba thanked Cixin Liu Ma. Ma left.',
      ['Alibaba = alibaba'],
    ],
    [
      'until the entity’s own is written again',
      'Ma Lin plays. Jack Ma watched. Ma left.',
      ['Jack Ma = jack-ma', 'Ma = jack-ma'],
    ],
    [
      'after a lookalike the short name means none',
      'Apache Ant builds Alibaba. Ant writes jars.',
      ['Alibaba = alibaba'],
    ],
    [
      'a thing’s short name with a large word behind it',
      'Ant McPartlin tried Alipay. Ant liked it.',
      ['Alipay = alipay'],
    ],
    [
      'but an abbreviation has titles behind it',
      'ANT Secretary Chen left Alibaba.',
      ['ANT = ant-group', 'Alibaba = alibaba'],
    ],
    [
      'unless the word is its own',
      'Alipay helped. Ant Shares rose.',
      ['Alipay = alipay', 'Ant = ant-group'],
    ],
    [
      'or all words are large',
      'Ant Pulls Alipay From Store',
      ['Ant = ant-group', 'Alipay = alipay'],
    ],
    [
      'a word that is written small as well',
      'Call ant dist for Alibaba jars; Ant writes them.',
      ['Alibaba = alibaba'],
    ],
    [
      'but not where it is part of an address',
      'See ant.dev. Alipay and Ant left.',
      ['Alipay = alipay', 'Ant = ant-group'],
    ],
    [
      'ordinary words near a related name mean what they say',
      'Alibaba beat two private companies.',
      ['Alibaba = alibaba'],
    ],
    [
      'three of them in a row do not stand there by chance',
      'Alibaba leads the companies in private hands.',
      ['Alibaba = alibaba', 'companies in private hands = private-sector'],
    ],
    ['in every language', 'Alibaba 和两家民营企业', ['Alibaba = alibaba']],
    [
      'after the full name they mean the theme',
      'The Chinese private sector grows. These private companies hire.',
      ['Chinese private sector = private-sector', 'private companies = private-sector'],
    ],
    [
      'a long surname whose full name comes later',
      'Trump signed it. Donald Trump left.',
      ['Trump = trump', 'Donald Trump = trump'],
    ],
    [
      'any surname in a compound',
      'The post-Ma board met. Jack Ma left.',
      ['Ma = jack-ma', 'Jack Ma = jack-ma'],
    ],
    [
      'a word that speaks against a short name leaves the full one alone',
      'Donald Trump likes snooker. Trump won.',
      ['Donald Trump = trump'],
    ],
    [
      'an entity without any strong name is never marked',
      'Jack Ma in China',
      ['Jack Ma = jack-ma'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  test('says what supported a weak alias, with offsets in the whole text', () => {
    const text = 'First.\n\nJack Ma spoke.\n\nThen Ma left.';
    const why = recogniseText(matcher, text)[1]?.why;
    expect(why?.rule).toBe('after-full-name');
    if (why?.rule !== 'after-full-name') return;
    expect(text.slice(why.support.start, why.support.end)).toBe('Jack Ma');
    expect(why.support.text).toBe('Jack Ma');
  });
});
