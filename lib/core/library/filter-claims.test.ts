import { expect, test } from 'vitest';
import { buildDirectory, type ClaimLineRow } from './directory';
import { type ClaimFilter, filterClaims } from './filter-claims';

const row = (
  id: string,
  kind: ClaimLineRow['claim']['kind'],
  date: string | undefined,
  ...sources: readonly string[]
): ClaimLineRow => ({
  key: `p/${id}`,
  entities: ['p/e'],
  claim: {
    kind,
    ...(date !== undefined && { date: { date } }),
    evidence: sources.map((source) => ({ source, start: 0, end: 1 })),
  },
});

const { claims } = buildDirectory(
  [],
  [
    row('fine', 'event', '2020-11-03', 's1'),
    row('denied', 'denial', '2020-11', 's1', 's2'),
    row('early', 'event', '2019', 's2'),
    row('undated', 'event', undefined, 's1'),
    row('nonsense', 'opinion', 'soon'),
  ],
);

const ALL: ClaimFilter = { kind: null, source: null, period: null, undated: false };
const find = (filter: Partial<ClaimFilter>) => filterClaims(claims, { ...ALL, ...filter });

test.each<[Partial<ClaimFilter>, readonly string[]]>([
  [{}, ['early', 'denied', 'fine']],
  [{ kind: 'event' }, ['early', 'fine']],
  [{ source: 'p/s2' }, ['early', 'denied']],
  [{ period: '2020' }, ['denied', 'fine']],
  [{ period: '2020-11', kind: 'denial' }, ['denied']],
  [{ period: '1999' }, []],
  [{ undated: true }, ['nonsense', 'undated']],
  [{ undated: true, source: 'p/s1' }, ['undated']],
])('%j leaves %j', (filter, ids) => {
  expect(find(filter).found.map(({ key }) => key)).toEqual(ids.map((id) => `p/${id}`));
});

test('periods and undated ones are counted whatever period is chosen', () => {
  for (const filter of [{}, { period: '2019' }, { undated: true }]) {
    const { periods, undated } = find(filter);
    expect(periods).toEqual([
      { value: '2019', count: 1 },
      { value: '2020-11', count: 2 },
    ]);
    expect(undated).toBe(2);
  }
  expect(find({ kind: 'event' }).undated).toBe(1);
});

test('kinds and sources are counted for what is shown', () => {
  expect(find({ period: '2020', kind: 'denial' }).kinds).toEqual([
    { value: 'denial', count: 1 },
    { value: 'event', count: 1 },
  ]);
  expect(find({ period: '2020', kind: 'denial' }).sources).toEqual([
    { value: 'p/s1', count: 1 },
    { value: 'p/s2', count: 1 },
  ]);
});
