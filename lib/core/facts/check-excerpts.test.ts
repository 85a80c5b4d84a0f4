import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkExcerpts } from './check-excerpts';
import type { Evidence, FactPack } from './pack-schema';
import { checkQuotedShares, quotedShares } from './quoted-share';

const FIXTURES = new URL('../../../tests/fixtures/packs/', import.meta.url);
const text = readFileSync(new URL('gazette.txt', FIXTURES), 'utf8');
const sha256 = '0'.repeat(64);
const texts = new Map([['gazette', { text, sha256 }]]);

function packWith(evidence: Partial<Evidence> = {}): FactPack {
  const pack = JSON.parse(readFileSync(new URL('valid-full.json', FIXTURES), 'utf8')) as FactPack;
  Object.assign(pack.claims[0]?.evidence[0] ?? {}, evidence);
  return pack;
}

/** The place of some words of the gazette as evidence. */
function quote(exact: string, prefix = '', suffix = ''): Partial<Evidence> {
  const start = text.indexOf(prefix + exact + suffix) + prefix.length;
  return { exact, prefix, suffix, start, end: start + exact.length };
}

describe('checkExcerpts', () => {
  test('finds nothing wrong with verbatim excerpts', () => {
    expect(checkExcerpts(packWith(), texts)).toEqual([]);
  });

  test.each<[string, Partial<Evidence>, string]>([
    ['one letter changed', { exact: 'the bridge would cost 41 million crowns' }, '.exact'],
    ['a case changed', { exact: 'The bridge would cost 40 million crowns' }, '.exact'],
    ['one place off', { start: 39, end: 78 }, '.exact'],
    ['a prefix from elsewhere', { prefix: 'and ' }, '.prefix'],
    ['a suffix from elsewhere', { suffix: ', he' }, '.suffix'],
    ['words that occur twice', quote('cost'), ''],
    ['words that occur twice, with too little context', quote('cost', ' '), ''],
  ])('%s', (_name, evidence, field) => {
    const problems = checkExcerpts(packWith(evidence), texts);
    expect(problems.map((problem) => problem.path)).toEqual([`claims[0].evidence[0]${field}`]);
  });

  test('context makes words that occur twice findable', () => {
    expect(checkExcerpts(packWith(quote('cost', 'would ')), texts)).toEqual([]);
  });

  test('another hash is another text', () => {
    const other = new Map([['gazette', { text, sha256: 'f'.repeat(64) }]]);
    expect(checkExcerpts(packWith(), other)).toEqual([
      { path: 'sources[0].sha256', message: `the file has ${'f'.repeat(64)}` },
    ]);
  });

  test('a missing file is a problem, a source without a file is none', () => {
    expect(checkExcerpts(packWith(), new Map()).map((p) => p.path)).toEqual(['sources[0].file']);
    const pack = packWith();
    delete pack.sources[0]?.file;
    expect(checkExcerpts(pack, new Map())).toEqual([]);
  });
});

describe('quotedShares', () => {
  test('counts a character once, and the context too', () => {
    const pack = packWith();
    const once = quotedShares(pack, texts).get('gazette') ?? 0;
    const first = pack.claims[0];
    if (first) pack.claims.push({ ...first, id: 'again' });
    expect(quotedShares(pack, texts).get('gazette')).toBe(once);
    const quoted = pack.claims
      .slice(0, 2)
      .flatMap((claim) => claim.evidence)
      .reduce((sum, e) => sum + e.prefix.length + e.exact.length + e.suffix.length, 0);
    expect(once).toBeCloseTo(quoted / text.length);
  });

  test('half of a text is too much', () => {
    const long = new Map([['gazette', { text: text.padEnd(400), sha256 }]]);
    expect(checkQuotedShares(packWith(), long)).toEqual([]);
    expect(checkQuotedShares(packWith(), texts).map((p) => p.path)).toEqual(['sources[0]']);
  });
});
