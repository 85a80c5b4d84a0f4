import { expect, test } from 'vitest';
import { antGroup } from '../../tests/fixtures/cards/ant-group';
import { citationOf } from './claim-citation';
import { errorReport } from './error-report';

const claimOf = (id: string) => {
  const found = antGroup.claims.find((claim) => claim.id === id);
  if (!found) throw new Error(`the fixture lost its claim ${id}`);
  return found;
};

test('a citation names speaker, author, source, date and translation', () => {
  expect(citationOf(antGroup, claimOf('ant-35-percent'), 'plain')).toBe(
    '“Ant Financial will only hold 35% of the shares in the new joint venture” — Reuters, Xu Jian, “The party wants to give you a score. The CCP is quietly taking over national data | Ant Financial | Douyin | Didi”, Epoch Times, 3 September 2021, machine translation from Chinese.',
  );
  expect(citationOf(antGroup, claimOf('ant-35-percent'), 'markdown')).toMatch(
    /^> Ant Financial .*\n>\n> — Reuters, Xu Jian, \*The party/,
  );
});

test('a citation for reference managers has one item for each source', () => {
  const items: unknown = JSON.parse(citationOf(antGroup, claimOf('ant-ipo-demolished'), 'csl'));
  expect(items).toMatchObject([{ id: 'xi-push' }, { id: 'ma-yun-big-data' }]);
  expect(JSON.parse(citationOf(antGroup, claimOf('ant-owned-by-alibaba'), 'csl'))).toEqual([]);
});

test('a claim without excerpt is cited by its own words', () => {
  const claim = claimOf('ant-owned-by-alibaba');
  expect(citationOf(antGroup, claim, 'plain')).toBe(claim.text);
});

test('a report names entry, claim, excerpts and pack', () => {
  const report = errorReport(antGroup, claimOf('ant-ipo-demolished'));
  for (const part of [
    'Ant Group (china-tech/ant-group)',
    'ant-ipo-demolished: ',
    'xi-push 0–',
    '“demolishing Ant’s $ 35 billion public offering in November”',
    'china-tech 1.0.0',
  ]) {
    expect(report).toContain(part);
  }
});
