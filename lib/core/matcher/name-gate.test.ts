import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateNames } from '../../tools/generate-names';
import { classOf, fold } from '../text/characters';
import { buildMatcher } from './build-matcher';
import { buildNameGate } from './build-name-gate';
import { foldedClassOf } from './letter-traits';
import { createMatcher } from './matcher';
import { createNameGate, HIT, MISS, OPEN } from './name-gate';
import { decodeNameGate, encodeNameGate } from './name-gate-bits';
import { entitiesAndText } from './names.fixture';

function gateOf(...texts: string[]) {
  return createNameGate(buildNameGate(texts.map((text) => ({ text, case: 'initial' }))));
}

test('the class of the folded form is the same in the table and beyond', () => {
  const wrong = Array.from({ length: 0x10000 }, (_, code) => code).filter(
    (code) => foldedClassOf(code) !== classOf(fold(code)),
  );
  expect(wrong).toEqual([]);
});

describe('where a name may begin', () => {
  test.each<[string, string[], string, number[]]>([
    ['one word', ['Didi'], 'so Didi said', [3]],
    ['two words of three', ['Ant Group Holding'], 'the Ant Group said', [4]],
    ['the first word alone', ['Ant Group'], 'the Ant said', []],
    ['small letters', ['Ant Group'], 'ant group', []],
    ['capitals', ['Ant Group'], 'ANT GROUP', [0]],
    ['a small letter in the name', ['iPhone'], 'an IPHONE or iphone', [3, 13]],
    ['digits', ['3M', '58 City'], 'a 3M or 58 City', [2, 8]],
    ['inside a word', ['Ant'], 'Antarctica aAnt', []],
    ['spaces', ['Ant Group'], 'Ant \u00a0\n Group', [0]],
    ['other signs between', ['Ant Group'], 'Ant, Group', []],
    ['the same signs between', ['Coca-Cola'], 'Coca–Cola', [0]],
    ['invisible characters', ['Alibaba'], 'Ali\u00adbaba', [0]],
    ['accents', ['Ma Yun'], 'Mǎ Yu\u0301n', [0]],
    ['a plural', ['Huawei', 'Ant Lenovo'], 'Huaweis Ant Lenovos', [0, 8]],
    ['Chinese', ['蚂蚁集团', '马云'], '据蚂蚁集团和马云说', [1, 6]],
    ['Chinese over a broken line', ['蚂蚁集团'], '蚂\n蚁集团', [0]],
    ['Korean', ['마윈'], '마윈이 스마윈', [0]],
    ['Latin before Chinese', ['58同城'], '在58同城上', [1]],
  ])('%s', (_name, names, text, starts) => {
    expect(gateOf(...names).scan(text).starts).toEqual(starts);
  });

  test('only from and before the given places, though what follows is read', () => {
    const gate = gateOf('Ant Group', 'Group');
    expect(gate.scan('Ant Group', 0, 2).starts).toEqual([0]);
    expect(gate.scan('Ant Group', 1).starts).toEqual([4]);
    expect(gate.scan('AntGroup', 3).starts).toEqual([]);
  });
});

describe('what the end of a text leaves open', () => {
  test.each<[string, string, number]>([
    ['a word that may go on', 'the Ant', 4],
    ['a word that another may follow', 'the Ant ', 4],
    ['two words, the second may go on', 'the Ant Gro', 4],
    ['a small word', 'the ant', -1],
    ['a sentence', 'the Ant said so', -1],
    ['a Chinese character', '据蚂', 0],
  ])('%s', (_name, text, openFrom) => {
    expect(gateOf('Ant Group', '蚂蚁集团').scan(text).openFrom).toBe(openFrom);
  });
});

test('whatever the matcher finds, the gate lets through', () => {
  fc.assert(
    fc.property(entitiesAndText, ([entities, text]) => {
      const aliases = entities.flatMap((entity) => entity.aliases);
      const starts = createNameGate(buildNameGate(aliases)).scan(text).starts;
      for (const { start } of createMatcher(buildMatcher(entities)).scan(text).candidates) {
        expect(starts).toContain(start);
      }
    }),
    { numRuns: 3000 },
  );
});

test('in pieces the same starts as at once', () => {
  fc.assert(
    fc.property(entitiesAndText, fc.nat(60), ([entities, text], cut) => {
      const gate = createNameGate(buildNameGate(entities.flatMap((entity) => entity.aliases)));
      const at = Math.min(cut, text.length);
      const pieces = [...gate.scan(text, 0, at).starts, ...gate.scan(text, at).starts];
      expect(pieces).toEqual(gate.scan(text).starts);
    }),
  );
});

describe('a word at the end of one text and the first of the next', () => {
  test.each<[string, string, string, number]>([
    ['with a space', 'the Ant ', 'Group said', HIT],
    ['with a space in the next', 'the Ant', ' Group said', HIT],
    ['with a line break that is in neither', 'the Ant', 'Group said', HIT],
    ['another word', 'the Ant ', 'and so', MISS],
    ['nothing but spaces', 'the Ant', ' \n ', OPEN],
    ['a sign that is not in the name', 'the Ant', ', Group said', MISS],
    ['a word that may go on in its turn', 'the Ant', ' Gro', OPEN],
    ['Chinese', '58', '同城', HIT],
  ])('%s', (_name, before, after, said) => {
    const gate = gateOf('Ant Group', '58同城');
    const { openFrom } = gate.scan(before);
    expect(gate.look(before, openFrom)).toBe(OPEN);
    const word = gate.openWord();
    expect(word && gate.follow(word, after)).toBe(said);
  });
});

test('tells the matcher at which letters to ask', () => {
  const { ascii } = gateOf('Ant Group', '5G');
  const letters = [...'AZaz09 .'].filter((letter) => ascii[letter.charCodeAt(0)]);
  expect(letters).toEqual(['A', 'Z', '0', '9']);
});

describe('many names', () => {
  const names = [...generateNames(1_000_000)].map(({ text }) => ({
    text,
    case: 'initial' as const,
  }));
  const bits = buildNameGate(names);
  const few = buildNameGate(names.slice(0, 1000));

  test('take 8 bits each', () => {
    const size = bits.filters.reduce((sum, filter) => sum + filter.length * 8, 0);
    expect(size / names.length).toBeLessThan(8);
  });

  test('let one capital word in fifty pass by chance, and no small one', () => {
    const gate = createNameGate(bits);
    const words = Array.from({ length: 20_000 }, (_, i) => `Zz${i.toString(26)}q`);
    const passed = (text: string): number => gate.scan(text).starts.length / words.length;
    // Each is looked up alone and with the next one.
    expect(passed(words.join(' '))).toBeLessThan(0.02);
    expect(passed(words.join(' ').toLowerCase())).toBe(0);
  });

  test('survive storage, under their own identity only', () => {
    const stored: unknown = JSON.parse(JSON.stringify(encodeNameGate(few, 'these')));
    expect(decodeNameGate(stored, 'these')).toEqual(few);
    expect(decodeNameGate(stored, 'others')).toBeNull();
  });

  test.each([
    ['nothing', undefined],
    ['another thing', { format: 1 }],
    ['cut off', { ...encodeNameGate(few, 'these'), bytes: 'AAAA' }],
    ['no base64', { ...encodeNameGate(few, 'these'), bytes: '%%' }],
  ])('%s in storage is no gate', (_name, stored) => {
    expect(decodeNameGate(stored, 'these')).toBeNull();
  });
});
