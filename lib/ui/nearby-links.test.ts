import { expect, test } from 'vitest';
import { antGroup } from '../../tests/fixtures/cards/ant-group';
import { antOfThree } from '../../tests/fixtures/cards/several-packs';
import { nearbyLinks } from './nearby-links';

const lines = (...nearby: string[][]) =>
  nearbyLinks(antOfThree, nearby).map(
    ({ phrase, label, claim, shared }) => `${phrase ?? shared} ${label}: ${claim.id}`,
  );

test.each<[string, string[][], string[]]>([
  ['nobody', [], []],
  [
    'one with a recorded relation',
    [['china-tech/jack-ma']],
    ['Founded by Jack Ma: ant-owned-by-alibaba'],
  ],
  [
    'one that claims name too',
    [['china-tech/transfar-group']],
    ['1 Transfar Group: transfar-7-percent'],
  ],
  [
    'the related before the nearer',
    [['china-tech/transfar-group'], ['china-tech/jack-ma']],
    ['Founded by Jack Ma: ant-owned-by-alibaba', '1 Transfar Group: transfar-7-percent'],
  ],
  ['a stranger', [['china-tech/wang-qishan']], []],
  [
    'one whom another pack knows',
    [['crackdown-watch/ccp']],
    ['Target of a crackdown by Communist Party of China: ant-fine'],
  ],
  [
    'one whom two packs know, once',
    [['china-tech/ccp', 'crackdown-watch/ccp']],
    ['Target of a crackdown by Chinese Communist Party: ant-ipo-demolished'],
  ],
  ['somebody of another pack', [['elsewhere/jack-ma']], []],
  ['the entity itself', [['china-tech/ant-group']], []],
])('%s', (_name, nearby, expected) => {
  expect(lines(...nearby)).toEqual(expected);
});

test('an allegation brings its denial along', () => {
  const relation = { from: 'ccp', to: 'ant-group', kind: 'cracked-down-on' } as const;
  const card = { ...antGroup, relations: [{ ...relation, claim: 'ant-data-confiscated' }] };
  const [link] = nearbyLinks([card], [['china-tech/ccp']]);
  expect(link?.claim.kind).toBe('allegation');
  expect(link?.responses.map(({ id }) => id)).toEqual(['ant-asserts-independence']);
});

test('a relation whose claim is not there is passed over', () => {
  const relation = { from: 'ant-group', to: 'ccp', kind: 'ally-of', claim: 'gone' } as const;
  const [link] = nearbyLinks([{ ...antGroup, relations: [relation] }], [['china-tech/ccp']]);
  expect(link?.phrase).toBeNull();
});
