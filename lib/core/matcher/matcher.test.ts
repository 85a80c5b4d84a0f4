import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alias } from '../facts/pack-schema';
import { isBounded } from '../text/boundary';
import { foldText } from '../text/characters';
import { cutsHanWord } from '../text/han-words';
import { buildMatcher } from './build-matcher';
import { caseFits, createMatcher } from './matcher';
import { decodeMatcher, encodeMatcher } from './matcher-tables';

type Written = string | readonly [text: string, rule: Alias['case']];

function matcherOf(...aliases: Written[]) {
  const entities = aliases.map((written, index) => {
    const [text, rule] = typeof written === 'string' ? [written, 'any' as const] : written;
    return {
      key: `p/e${index}`,
      label: text,
      kind: 'organisation' as const,
      aliases: [{ text, strength: 'strong', case: rule } as const],
    };
  });
  return createMatcher(buildMatcher(entities));
}

/** Aliases, text, and the words expected to be found, in order. */
type Row = readonly [
  name: string,
  aliases: readonly Written[],
  text: string,
  found: readonly string[],
];

const BASICS: Row[] = [
  ['one word', ['Didi'], 'Didi said', ['Didi']],
  ['nothing', ['Didi'], 'nobody here', []],
  ['at the end', ['Didi'], 'about Didi', ['Didi']],
  ['two words', ['Ant Group'], 'the Ant Group plan', ['Ant Group']],
  ['overlapping, longest first', ['Ant', 'Ant Group'], 'Ant Group', ['Ant Group', 'Ant']],
  ['inside another', ['Ant Group', 'Group Plan'], 'Ant Group Plan', ['Ant Group', 'Group Plan']],
  ['a shared beginning', ['Ant Group', 'Ant Financial'], 'Ant Financial', ['Ant Financial']],
];

const BOUNDARIES: Row[] = [
  ['longer words', ['Ant'], 'Antarctica, merchant, Ants, Ant', ['Ant']],
  ['possessive, straight', ['Didi'], "Didi's app", ['Didi']],
  ['possessive, curly', ['Didi'], 'Didi’s app', ['Didi']],
  ['hyphen compounds', ['Tencent'], 'ex-Tencent and Tencent-backed', ['Tencent', 'Tencent']],
  [
    'brackets and quotes',
    ['Alibaba'],
    '[Alibaba] “Alibaba” (Alibaba)',
    ['Alibaba', 'Alibaba', 'Alibaba'],
  ],
  ['digits belong to words', ['5G'], '15G 5G 5G6', ['5G']],
  ['legal suffix', ['Ant Group'], 'Ant Group Co., Ltd.', ['Ant Group']],
  ['sentence end without a space', ['Alibaba'], 'it was Alibaba.The next', ['Alibaba']],
];

const SPELLINGS: Row[] = [
  ['no-break space', ['Ant Group'], 'Ant\u00a0Group', ['Ant\u00a0Group']],
  [
    'double space and line break',
    ['Ant Group'],
    'Ant  Group, Ant\nGroup',
    ['Ant  Group', 'Ant\nGroup'],
  ],
  ['soft hyphen', ['Alibaba'], 'Ali\u00adbaba', ['Ali\u00adbaba']],
  ['zero-width space', ['Alibaba'], 'Ali\u200bbaba', ['Ali\u200bbaba']],
  ['full-width forms', ['Didi'], 'Ｄｉｄｉ', ['Ｄｉｄｉ']],
  ['curly apostrophe', ["Yu'e Bao"], 'Yu’e Bao', ['Yu’e Bao']],
  ['accents in the text', ['Ma Yun'], 'Mǎ Yún', ['Mǎ Yún']],
  ['accents decomposed', ['Ma Yun'], 'Ma\u030c Yu\u0301n', ['Ma\u030c Yu\u0301n']],
  ['accent at the very end', ['Cafe'], 'Cafe\u0301', ['Cafe\u0301']],
  ['accents in the alias', ['Österreich'], 'Osterreich ÖSTERREICH', ['Osterreich', 'ÖSTERREICH']],
];

const SCRIPTS: Row[] = [
  ['Chinese in running text', ['蚂蚁集团'], '据报道蚂蚁集团将上市', ['蚂蚁集团']],
  ['Latin inside Chinese', ['Ant Group'], '蚂蚁Ant Group宣布', ['Ant Group']],
  ['Korean with a particle', ['마윈'], '마윈이 말했다. 마윈에게는', ['마윈', '마윈']],
  ['Korean, a longer name', ['마윈'], '마윈스키가', []],
  ['Korean, end of a word', ['마윈'], '스마윈', []],
  ['Latin with a Korean particle', ['ByteDance'], 'ByteDance가', ['ByteDance']],
  ['right-to-left marks', ['Didi'], '\u200fDidi\u200f', ['Didi']],
];

const CASES: Row[] = [
  ['initial: as written', [['Ant Group', 'initial']], 'Ant Group', ['Ant Group']],
  ['initial: all capitals', [['Ant Group', 'initial']], 'ANT GROUP', ['ANT GROUP']],
  ['initial: small', [['Ant Group', 'initial']], 'ant group of insects', []],
  ['initial: half', [['Ant Group', 'initial']], 'Ant group', []],
  ['initial: small letters in the alias stay free', [['iPhone', 'initial']], 'IPHONE', ['IPHONE']],
  ['exact', [['WSJ', 'exact']], 'WSJ wsj Wsj', ['WSJ']],
  ['exact with small letters', [['WeChat', 'exact']], 'WeChat WECHAT', ['WeChat']],
  ['any', [['digital yuan', 'any']], 'Digital Yuan', ['Digital Yuan']],
];

const ADDRESSES: Row[] = [
  ['web address', ['Alibaba'], 'https://www.alibaba.com/x and alibaba.com', []],
  ['e-mail', ['Alibaba'], 'jack@alibaba.com alibaba@example.com', []],
  ['handle', ['Alibaba'], '@Alibaba said', []],
  ['hashtag stays a mention', ['Alibaba'], '#Alibaba', ['Alibaba']],
  ['package', ['ant'], '@ant/icons @scope/ant import x from "./ant.js"', []],
  ['identifier', ['ant'], 'ant_group my_ant', []],
  ['path', ['ant'], '/usr/share/ant/bin', []],
  ['either/or', ['Alibaba', 'Tencent'], 'Alibaba/Tencent', ['Alibaba', 'Tencent']],
];

describe.each([
  ['basics', BASICS],
  ['boundaries', BOUNDARIES],
  ['spellings', SPELLINGS],
  ['scripts', SCRIPTS],
  ['case rules', CASES],
  ['addresses', ADDRESSES],
] as const)('%s', (_group, rows) => {
  test.each(rows)('%s', (_name, aliases, text, found) => {
    const { candidates } = matcherOf(...aliases).scan(text);
    expect(candidates.map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });
});

describe('open end', () => {
  test.each([
    ['a name cut short', 'we asked Ant', true],
    ['a name cut inside a word', 'we asked An', true],
    ['a word that is no beginning', 'we asked them', false],
  ])('%s', (_name, text, open) => {
    expect(matcherOf('Ant Group').scan(text).openFrom >= 0).toBe(open);
  });
});

describe('storing', () => {
  const tables = buildMatcher([
    {
      key: 'p/a',
      label: 'A',
      kind: 'person',
      aliases: [{ text: 'Ant', strength: 'strong', case: 'initial' }],
    },
    {
      key: 'p/b',
      label: 'B',
      kind: 'product',
      aliases: [{ text: '蚂蚁', strength: 'strong', case: 'any' }],
    },
  ]);
  test('comes back as it was, through JSON', () => {
    expect(decodeMatcher(JSON.parse(JSON.stringify(encodeMatcher(tables))))).toEqual(tables);
  });
  test.each([
    ['nothing', undefined],
    ['another format', { ...encodeMatcher(tables), format: 99 }],
    ['truncated bytes', { ...encodeMatcher(tables), bytes: 'AAAA' }],
    ['a foreign value', { hello: 'world' }],
  ])('%s reads as none', (_name, stored) => {
    expect(decodeMatcher(stored)).toBeNull();
  });
});

/** The slow reference: every span of the text against every alias. */
function slowly(aliases: readonly string[], text: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; start++) {
    for (let end = text.length; end > start; end--) {
      const words = text.slice(start, end);
      if (/^\s|\s$/.test(words) || foldText(words) === '') continue;
      if (
        aliases.some((a) => foldText(a) === foldText(words) && caseFits(text, start, end, a, 'any'))
      ) {
        const cutsWord = /^\p{Script=Han}/u.test(words) && cutsHanWord(text, start, end);
        if (isBounded(text, start, end) && !cutsWord) found.push(`${start}:${end}`);
      }
    }
  }
  return found;
}

const letters = fc.constantFrom('a', 'b', 'A', ' ', '-', '蚁', '马', '마', '이', '.', '\u00a0');
const word = fc
  .string({ unit: letters, minLength: 1, maxLength: 4 })
  .filter((w) => foldText(w) !== '' && !/^[\s\u00a0]|[\s\u00a0]$/.test(w));

describe('properties', () => {
  test('finds what the slow reference finds', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.string({ unit: letters, maxLength: 24 }),
        (aliases, text) => {
          const found = matcherOf(...aliases)
            .scan(text)
            .candidates.map((c) => `${c.start}:${c.end}`);
          // A name may begin with a sign (".a") in random aliases only; those the matcher leaves out.
          const expected = slowly(aliases, text).filter((span) =>
            /[\p{L}\p{N}]/u.test(text.charAt(Number(span.split(':')[0]))),
          );
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('never throws, and offsets lie inside the text, on any text', () => {
    const matcher = matcherOf('Ant Group', '蚂蚁', '마윈', "Yu'e Bao");
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { start, end, aliases } of matcher.scan(text).candidates) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(aliases.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('stays linear where every place begins a name', () => {
    const matcher = matcherOf('蚁'.repeat(30), `${'a '.repeat(20)}b`);
    const time = (text: string): number => {
      const begun = performance.now();
      matcher.scan(text);
      return performance.now() - begun;
    };
    time('蚁'.repeat(20_000));
    const small = Math.max(0.5, time('蚁'.repeat(20_000)));
    expect(time('蚁'.repeat(200_000))).toBeLessThan(small * 60);
  });
});
