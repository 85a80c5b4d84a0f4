import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { idOfKey } from '../facts/keys';
import { createSearch } from './create-search';
import { type SearchRows, toSearchDocuments } from './search-documents';
import { NO_FILTER, type SearchFilter } from './search-filter';
import { type SearchHit, SearchHitSchema } from './search-hit';
import { QUERIES_WITHOUT_ANSWER, SAMPLE_QUERIES } from './search-queries.fixture';
import { SEARCH_ROWS } from './search-rows.fixture';

const LIMIT = 20;
/** One frame at 60 Hz; a keystroke that takes longer is felt. */
const MAX_KEYSTROKE_MS = 16;

const idsOf = (hits: readonly SearchHit[]): string[] =>
  hits.map((hit) => idOfKey(hit.kind === 'entity' ? hit.entity : hit.claim));

const search = createSearch(toSearchDocuments(SEARCH_ROWS));

describe('finds whom a reader means', () => {
  test.each(SAMPLE_QUERIES.map((q) => [q.query, q.finds.join(' or '), q] as const))(
    '“%s” → %s',
    (query, _finds, { finds, within }) => {
      const first = idsOf(search(query, LIMIT)).slice(0, within);
      expect(first.some((id) => finds.includes(id))).toBe(true);
    },
  );

  test.each(QUERIES_WITHOUT_ANSWER.map((query) => [query]))('“%s” → nothing', (query) => {
    expect(search(query, LIMIT)).toEqual([]);
  });
});

describe('hits', () => {
  test('say which name was found, where it is not the label', () => {
    const [byLabel] = search('Jack Ma', 1);
    const [byAlias] = search('馬雲', 1);
    expect(byLabel).toEqual({
      kind: 'entity',
      entity: 'china-tech/jack-ma',
      entityKind: 'person',
      label: 'Jack Ma',
      native: '马云',
      matched: null,
      summary: 'Founder of Alibaba.',
      claims: 2,
      score: 0,
    });
    expect(byAlias).toMatchObject({ label: 'Jack Ma', matched: '馬雲' });
  });

  test('of claims carry their main entity', () => {
    expect(search('880 million', 1)).toMatchObject([
      {
        kind: 'claim',
        claim: 'china-tech/alibaba-data-880-million',
        entity: 'china-tech/alibaba',
        entityLabel: 'Alibaba',
      },
    ]);
  });

  test('fit their schema, come best first, each once, and no more than asked', () => {
    for (const { query } of SAMPLE_QUERIES) {
      const hits = search(query, LIMIT);
      expect(v.is(v.array(SearchHitSchema), hits)).toBe(true);
      const scores = hits.map((hit) => hit.score);
      expect(scores).toEqual([...scores].sort((a, b) => a - b));
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
      expect(new Set(idsOf(hits)).size).toBe(hits.length);
      expect(search(query, 2)).toEqual(hits.slice(0, 2));
    }
  });

  test('a name shared by two finds both', () => {
    expect(idsOf(search('ma', 2)).sort()).toEqual(['jack-ma', 'pony-ma']);
  });

  test('a claim about an entity that no pack has is left out', () => {
    const [first] = SEARCH_ROWS.claims;
    const rows: SearchRows = { entities: [], claims: first ? [first] : [] };
    expect(toSearchDocuments(rows)).toEqual([]);
  });
});

describe('a filter', () => {
  const dated = {
    ...SEARCH_ROWS,
    claims: SEARCH_ROWS.claims.map((row, index) => ({
      ...row,
      claim: { ...row.claim, date: { date: `202${index % 2}-11`, basis: 'stated' as const } },
    })),
  };
  const filtered = createSearch(toSearchDocuments(dated));
  test.each<[string, string, Partial<SearchFilter>, readonly string[]]>([
    ['of a kind of names', 'ma', { entityKinds: ['person'] }, ['jack-ma', 'pony-ma']],
    ['that nothing of that name passes', 'tencent', { entityKinds: ['person'] }, []],
    ['of a kind of claims', 'million', { claimKinds: ['figure'] }, []],
    ['of another source', 'jack ma', { sources: ['china-tech/two'] }, []],
    ['of an unknown time', 'jack ma', { period: '1999' }, []],
    ['of another pack', 'jack ma', { pack: 'another' }, []],
    ['of its pack', 'ma', { pack: 'china-tech' }, ['jack-ma', 'pony-ma']],
    [
      'alone lists all that pass',
      '',
      { entityKinds: ['law', 'event'] },
      ['ant-ipo', 'personal-information-protection-law'],
    ],
    [
      'of a time',
      '',
      { claimKinds: ['statement'], period: '2021' },
      ['alibaba-two-choices', 'ma-data-on-900-million', 'xu-lin-head'],
    ],
    ['of a time lets pass who was spoken of then', 'xu', { period: '2021-11' }, ['xu-lin']],
  ])('%s', (_name, query, part, ids) => {
    const hits = filtered(query, LIMIT, { ...NO_FILTER, ...part });
    expect(
      idsOf(hits)
        .filter((id) => ids.length === 0 || ids.includes(id))
        .sort(),
    ).toEqual(ids);
    if (query === '') expect(hits).toHaveLength(ids.length);
  });

  test('that narrows nothing lists nothing by itself', () => {
    expect(filtered('', LIMIT, NO_FILTER)).toEqual([]);
    expect(filtered('?', LIMIT, { ...NO_FILTER, entityKinds: ['person'] })).toEqual([]);
  });
});

test('a keystroke stays within a frame on a fact base of full size', () => {
  const large = createSearch(toSearchDocuments(multiply(SEARCH_ROWS, 15)));
  const times = SAMPLE_QUERIES.flatMap(({ query }) =>
    Array.from(query, (_, end) => {
      const start = performance.now();
      large(query.slice(0, end + 1), LIMIT);
      return performance.now() - start;
    }),
  ).sort((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  console.info(`search: ${times.length} keystrokes, p95 ${p95.toFixed(1)} ms`);
  expect(p95).toBeLessThan(MAX_KEYSTROKE_MS);
});

test('an endless query is survived', () => {
  const start = performance.now();
  search('马云 alibaba '.repeat(20).slice(0, 200), LIMIT);
  expect(performance.now() - start).toBeLessThan(1000);
});

/** The same rows again under other ids, with names that differ a little. */
function multiply(rows: SearchRows, times: number): SearchRows {
  const copies = Array.from({ length: times }, (_, n) => (n === 0 ? '' : `-${n}`));
  return {
    entities: copies.flatMap((copy) =>
      rows.entities.map(({ key, entity }) => ({
        key: `${key}${copy}`,
        entity: { ...entity, label: `${entity.label}${copy}` },
      })),
    ),
    claims: copies.flatMap((copy) =>
      Array.from({ length: 3 }, (_, n) =>
        rows.claims.map(({ key, claim }) => ({
          key: `${key}${copy}-${n}`,
          claim: { ...claim, text: `${claim.text} ${copy}${n}` },
        })),
      ).flat(),
    ),
  };
}
