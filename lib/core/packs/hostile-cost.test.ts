/** Files made to cost much. Each is read or refused in little time; the limits are far above what it takes. */
import { expect, test } from 'vitest';
import { alignPassage } from '../selectors/align-passage';
import { findExcerpt } from '../selectors/find-excerpt';
import { gatherImport } from './import-facts';
import { READER_OPTIONS } from './reader-options.fixture';

const MANY = 20_000;
const MAX_MS = 5000;

function packOfAnswers(answered: (index: number) => string): string {
  const entity = {
    id: 'ada',
    kind: 'person',
    label: 'Ada',
    labelBasis: 'source',
    nativeLabels: [],
    summary: [],
    aliases: [{ text: 'Ada', lang: 'en', strength: 'weak', case: 'any', basis: 'source' }],
  };
  const claims = Array.from({ length: MANY }, (_, index) => ({
    id: `c${index}`,
    kind: 'denial',
    respondsTo: answered(index),
    text: 'No.',
    entities: ['ada'],
    speaker: { type: 'source' },
    notes: [],
    conflictsWith: [],
    evidence: [],
  }));
  return JSON.stringify({
    ...READER_OPTIONS.meta,
    sources: [],
    entities: [entity],
    claims,
    relations: [],
  });
}

test.each<[string, () => string, number]>([
  ['a chain of answers to nothing', () => packOfAnswers((i) => `c${i + 1}`), MANY],
  [
    'a chain the other way round',
    () => packOfAnswers((i) => (i === 0 ? 'none' : `c${i - 1}`)),
    MANY,
  ],
  ['a ring of answers', () => packOfAnswers((i) => `c${(i + 1) % MANY}`), MANY],
  ['a cell of quotation marks', () => `name,note\nAda,"${'""'.repeat(400_000)}"\n`, 1],
  ['a cell of white space', () => `name,note\nAda,${' '.repeat(900_000)}\n`, 0],
  ['a cell of markup', () => `name,note\nAda,"${'<script>'.repeat(100_000)}"\n`, 1],
  ['aliases without end', () => `name,aliases\nAda,${'a|b\\'.repeat(200_000)}\n`, 0],
  ['a row of nothing but commas', () => `name,note\n${','.repeat(100)}\n`, 1],
  ['a million line ends', () => `name,note\n${'\n'.repeat(1_000_000)}`, 0],
  [
    'entity lines of nothing',
    () => `{"id":"x","schema":"Person","properties":{}}\n${'{}\n'.repeat(100_000)}`,
    100_001,
  ],
])('%s', async (_name, make, refusals) => {
  const text = make();
  const began = performance.now();
  const { refused } = await gatherImport([text], READER_OPTIONS);
  expect(refused.length).toBe(refusals);
  expect(performance.now() - began).toBeLessThan(MAX_MS);
});

test('a page made of the excerpt’s words', () => {
  const began = performance.now();
  const exact = 'a a a a a a a a b';
  const state = findExcerpt('a '.repeat(500_000), {
    exact,
    prefix: '',
    suffix: '',
    start: 0,
    end: 17,
  });
  expect(state.state).not.toBe('found');
  expect(alignPassage('a '.repeat(500_000), exact)).not.toBeNull();
  expect(performance.now() - began).toBeLessThan(MAX_MS);
});
