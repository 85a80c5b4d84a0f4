import { describe, expect, test } from 'vitest';
import { antGroup } from '../../tests/fixtures/cards/ant-group';
import { jackMa } from '../../tests/fixtures/cards/jack-ma';
import { noClaims } from '../../tests/fixtures/cards/name-only';
import { connectionsOf } from './connections';

const lines = (card: Parameters<typeof connectionsOf>[0]) =>
  connectionsOf(card).map(
    ({ phrase, entities }) => `${phrase}: ${entities.map(({ label }) => label).join(', ')}`,
  );

describe('connectionsOf', () => {
  test('reads each relation from this entity’s side and groups what is alike', () => {
    expect(lines(antGroup)).toEqual([
      'Founded by: Jack Ma',
      'Related to: Alibaba',
      'Makes: Alipay, Sesame Credit',
      'Regulated by: State Administration for Market Regulation',
      'Target of a crackdown by: Chinese Communist Party',
      'Named together with: Ant Group’s halted listing, Transfar Group, Didi',
    ]);
  });

  test('names nobody twice', () => {
    expect(lines(jackMa)).toEqual([
      'Founder of: Alibaba, Ant Group',
      'Target of a crackdown by: Chinese Communist Party',
    ]);
  });

  test('a relation to itself and an unknown company are left out', () => {
    expect(
      lines({
        ...noClaims,
        relations: [{ from: 'pudao-credit', to: 'pudao-credit', kind: 'rival-of', claim: 'x' }],
        claims: [
          {
            id: 'x',
            kind: 'event',
            text: 'x',
            entities: ['pudao-credit', 'nobody'],
            speaker: { type: 'source' },
            notes: [],
            conflictsWith: [],
            evidence: [],
          },
        ],
      }),
    ).toEqual([]);
  });
});
