import { expect, test } from 'vitest';
import { buildMatcher, type NamedEntity } from '../matcher/build-matcher';
import { createMatcher } from '../matcher/matcher';
import { mutedAt } from './mutes';
import { recogniseText } from './recognise-text';

const entity = (
  id: string,
  strong: readonly string[],
  weak: readonly string[] = [],
  related: readonly string[] = [],
): NamedEntity => ({
  key: `p/${id}`,
  label: id,
  kind: id.endsWith('ma') ? 'person' : 'organisation',
  aliases: [
    ...strong.map((text) => ({ text, strength: 'strong', case: 'initial' }) as const),
    ...weak.map((text) => ({ text, strength: 'weak', case: 'initial' }) as const),
  ],
  lookalikes: [],
  related: related.map((other) => `p/${other}`),
});

const matcher = createMatcher(
  buildMatcher([
    entity('jack-ma', ['Jack Ma', 'Ma Yun'], ['Ma']),
    entity('pony-ma', ['Pony Ma'], ['Ma']),
    entity('alibaba', ['Alibaba', 'Alibaba Group']),
    entity('group', ['Group']),
    entity('ant-group', ['Ant Group'], ['Ant'], ['alibaba']),
    entity('xu-a', ['Xu Lin']),
    entity('xu-b', ['Xu Lin']),
  ]),
);

function marked(text: string, muted: readonly (readonly [string, string])[]): string[] {
  const mutes = muted.map(([id, alias]) => ({
    entity: `p/${id}`,
    alias,
    scope: { type: 'everywhere' },
  }));
  const isMuted = mutedAt(mutes, { site: null, page: null });
  return recogniseText(matcher, text, isMuted).map(
    (m) => `${text.slice(m.start, m.end)} = ${m.entities.map((key) => key.slice(2)).join(' or ')}`,
  );
}

test.each<[string, string, [string, string][], string[]]>([
  ['a strong name', 'Alibaba grew.', [['alibaba', 'alibaba']], []],
  ['however it is written', 'ALIBABA grew.', [['alibaba', 'alibaba']], []],
  ['not another name of it', 'Ma Yun spoke.', [['jack-ma', 'jack ma']], ['Ma Yun = jack-ma']],
  [
    'a muted full name supports no short one',
    'Jack Ma came. Ma left.',
    [['jack-ma', 'jack ma']],
    [],
  ],
  ['nor one that is related', 'At Alibaba, Ant grew.', [['alibaba', 'alibaba']], []],
  [
    'a muted short name leaves the full one',
    'Jack Ma came. Ma left.',
    [['jack-ma', 'ma']],
    ['Jack Ma = jack-ma'],
  ],
  [
    'the other reading of the same words stays',
    'Xu Lin spoke.',
    [['xu-a', 'xu lin']],
    ['Xu Lin = xu-b'],
  ],
  [
    'and decides what was open',
    'Jack Ma and Pony Ma.\n\nMa left.',
    [['jack-ma', 'ma']],
    ['Jack Ma = jack-ma', 'Pony Ma = pony-ma', 'Ma = pony-ma'],
  ],
  [
    'both readings muted: nothing',
    'Xu Lin spoke.',
    [
      ['xu-a', 'xu lin'],
      ['xu-b', 'xu lin'],
    ],
    [],
  ],
  [
    'a shorter name of the same entity inside is not marked instead',
    'Alibaba Group and Alibaba.',
    [['alibaba', 'alibaba group']],
    ['Group = group', 'Alibaba = alibaba'],
  ],
  [
    'a longer name around muted words stays',
    'Alibaba Group and Alibaba.',
    [['alibaba', 'alibaba']],
    ['Alibaba Group = alibaba'],
  ],
])('%s', (_name, text, muted, expected) => {
  expect(marked(text, muted)).toEqual(expected);
});

test('without any mute nothing is different', () => {
  expect(marked('Jack Ma came. Ma left.', [])).toEqual(['Jack Ma = jack-ma', 'Ma = jack-ma']);
});
