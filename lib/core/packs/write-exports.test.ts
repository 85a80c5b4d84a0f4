import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FactPack } from '../facts/pack-schema';
import { writeAnnotations } from './write-annotations';
import { writeClaimReview } from './write-claim-review';
import { writeMarkdown } from './write-markdown';

const file = new URL('../../../tests/fixtures/packs/valid-full.json', import.meta.url);
const PACK = JSON.parse(readFileSync(file, 'utf8')) as FactPack;
const only = (change: Partial<FactPack['claims'][number]>): FactPack => {
  const [claim] = PACK.claims;
  if (!claim) throw new Error('the fixture has no claim');
  return { ...PACK, claims: [{ ...claim, conflictsWith: [], ...change }] };
};

test('Markdown: claims under their entity, each excerpt a footnote', () => {
  expect(writeMarkdown(PACK)).toBe(`# The Northwick bridge

## Ada Holm

Mayor of Northwick. She was born in Northwick.

## North Bridge

- Ada Holm put the cost of the bridge at 40 million crowns. (Ada Holm, 2021-05-03)[^1]
  - _Crowns are the local currency._

## Ferry Union

- The Ferry Union denied the figure and called it half the true one. (Ferry Union)[^2]

[^1]: “the bridge would cost 40 million crowns” A bridge too narrow, The Gazette, 2021-05-04
[^2]: “denied it: the cost, it said, was twice that” A bridge too narrow, The Gazette, 2021-05-04
`);
});

test.each([
  ['<img src=x>', '\\<img src=x\\>'],
  ['[a](javascript:x)', '\\[a\\](javascript:x)'],
  ['# heading\n\n- list', '\\# heading - list'],
  ['1. one', '1\\. one'],
  ['**bold** `code` [^1]', '\\*\\*bold\\*\\* \\`code\\` \\[\\^1\\]'],
])('Markdown: %j stays words', (text, written) => {
  expect(writeMarkdown(only({ text }))).toContain(`- ${written} (`);
});

test('ClaimReview: who says what, in which words, and no rating', () => {
  const graph = JSON.parse(writeClaimReview(PACK)) as { '@context': string; '@graph': unknown[] };
  expect(graph['@context']).toBe('https://schema.org');
  expect(graph['@graph']).toHaveLength(2);
  expect(graph['@graph'][0]).toMatchObject({
    '@type': 'ClaimReview',
    claimReviewed: 'Ada Holm put the cost of the bridge at 40 million crowns.',
    itemReviewed: {
      author: { '@type': 'Person', name: 'Ada Holm' },
      datePublished: '2021-05-03',
      appearance: [{ '@type': 'Quotation', isPartOf: { headline: 'A bridge too narrow' } }],
    },
  });
  expect(JSON.stringify(graph)).not.toMatch(/rating/i);
});

test('ClaimReview: an uncertain date is not made certain, nor somebody unnamed a person', () => {
  const text = writeClaimReview(
    only({
      date: { date: '2021-05~', basis: 'inferred' },
      speaker: { type: 'unnamed', description: 'a spokesman' },
    }),
  );
  const [review] = (JSON.parse(text) as { '@graph': { itemReviewed: object }[] })['@graph'];
  expect(review?.itemReviewed).not.toHaveProperty('datePublished');
  expect(review?.itemReviewed).not.toHaveProperty('author');
  expect(review?.itemReviewed).toMatchObject({ creditText: 'a spokesman' });
});

test('annotations: a document without an address is named, never given one', () => {
  const page = JSON.parse(writeAnnotations(PACK)) as {
    type: string;
    items: { target: unknown[] }[];
  };
  expect(page.type).toBe('AnnotationPage');
  expect(page.items[0]?.target).toMatchObject([
    {
      source: { id: 'urn:glossator:northwick:gazette', 'dcterms:title': 'A bridge too narrow' },
      selector: [
        { type: 'TextQuoteSelector', exact: 'the bridge would cost 40 million crowns' },
        { type: 'TextPositionSelector', start: 34, end: 73 },
      ],
    },
  ]);
  expect(JSON.parse(writeAnnotations(only({ evidence: [] })))).toMatchObject({ items: [] });
});
