import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { NEGATIVE_CLASSES, PASSAGE_CLASSES } from './passage-classes';
import { type Passage, readMarks, readPassages } from './read-passages';

const ENTITIES = fileURLToPath(new URL('../../data/packs/china-tech/entities/', import.meta.url));

function entityIds(): Set<string> {
  const records = readdirSync(ENTITIES).flatMap((file): unknown[] => {
    const content: unknown = JSON.parse(readFileSync(join(ENTITIES, file), 'utf8'));
    return Array.isArray(content) ? content : [];
  });
  return new Set(
    records.flatMap((record) =>
      typeof record === 'object' && record !== null && 'id' in record ? [String(record.id)] : [],
    ),
  );
}

const passages = readPassages();
const share = (part: readonly Passage[]): number => part.length / passages.length;
const where = (fits: (passage: Passage) => boolean): Passage[] => passages.filter(fits);

describe('marks', () => {
  test.each<[string, string, [string, string[], boolean][]]>([
    ['Nothing here.', 'Nothing here.', []],
    ['⟦Ma→jack-ma⟧ left.', 'Ma left.', [['Ma', ['jack-ma'], false]]],
    ['So ⟦Ma→jack-ma|pony-ma⟧ left.', 'So Ma left.', [['Ma', ['jack-ma', 'pony-ma'], false]]],
    ['a ⟦?blockchain→blockchain⟧', 'a blockchain', [['blockchain', ['blockchain'], true]]],
    [
      'From A → B: ⟦马云→jack-ma⟧和⟦腾讯→tencent⟧',
      'From A → B: 马云和腾讯',
      [
        ['马云', ['jack-ma'], false],
        ['腾讯', ['tencent'], false],
      ],
    ],
  ])('%s', (marked, text, expected) => {
    const read = readMarks(marked);
    expect(read.text).toBe(text);
    expect(read.mentions.map((m) => [text.slice(m.start, m.end), m.entities, m.optional])).toEqual(
      expected,
    );
  });

  test.each(['⟦Ma⟧', '⟦Ma→⟧', '⟦→jack-ma⟧', 'Ma→jack-ma⟧', '⟦Ma→Jack Ma⟧', '⟦⟦Ma→jack-ma⟧'])(
    '%s is refused',
    (marked) => {
      expect(() => readMarks(marked)).toThrow('cannot be read');
    },
  );
});

describe('the passages', () => {
  test('name only entities of the pack', () => {
    const known = entityIds();
    const unknown = passages.flatMap(({ id, mentions }) =>
      mentions.flatMap((m) => m.entities.filter((e) => !known.has(e)).map((e) => `${id}: ${e}`)),
    );
    expect(unknown).toEqual([]);
  });

  test('have ids of their own, numbered without gaps in each file', () => {
    const ids = passages.map((p) => p.id);
    expect(new Set(ids).size).toBe(ids.length);
    const last = new Map<string, number>();
    for (const id of ids) {
      const file = id.slice(0, -4);
      expect(Number(id.slice(-3)), id).toBe((last.get(file) ?? 0) + 1);
      last.set(file, Number(id.slice(-3)));
    }
  });

  test('have texts of their own', () => {
    expect(new Set(passages.map((p) => p.text)).size).toBe(passages.length);
  });

  test('mark names without space or quotation marks around them', () => {
    const loose = passages.flatMap(({ id, text, mentions }) =>
      mentions
        .map((m) => text.slice(m.start, m.end))
        .filter((name) => /^[\s“”"]|[\s“”"]$/.test(name))
        .map((name) => `${id}: ${name}`),
    );
    expect(loose).toEqual([]);
  });

  test('of a positive class have a mention that counts', () => {
    const negative: readonly string[] = NEGATIVE_CLASSES;
    const empty = where((p) => !negative.includes(p.class) && p.mentions.every((m) => m.optional));
    expect(empty.map((p) => p.id)).toEqual([]);
  });

  test('are as many and as mixed as the README says', () => {
    expect(passages.length).toBeGreaterThanOrEqual(500);
    expect(share(where((p) => p.lang === 'en'))).toBeCloseTo(0.6, 1);
    expect(share(where((p) => p.lang.startsWith('zh')))).toBeCloseTo(0.22, 1);
    expect(share(where((p) => p.lang === 'ko'))).toBeCloseTo(0.13, 1);
    const negative: readonly string[] = NEGATIVE_CLASSES;
    expect(share(where((p) => negative.includes(p.class)))).toBeGreaterThan(0.4);
    expect(share(where((p) => negative.includes(p.class)))).toBeLessThan(0.5);
  });

  test('are held out by a third, of every class, language and register', () => {
    const heldOut = (part: readonly Passage[]): number =>
      part.filter((p) => p.set === 'held-out').length;
    expect(heldOut(passages) / passages.length).toBeGreaterThan(0.31);
    expect(heldOut(passages) / passages.length).toBeLessThan(0.36);
    const groups: [string, Passage[]][] = [
      ...PASSAGE_CLASSES.map((c): [string, Passage[]] => [c, where((p) => p.class === c)]),
      ...[...new Set(passages.map((p) => p.lang))].map((lang): [string, Passage[]] => [
        lang,
        where((p) => p.lang === lang),
      ]),
      ...[...new Set(passages.map((p) => p.register))].map((register): [string, Passage[]] => [
        register,
        where((p) => p.register === register),
      ]),
    ];
    for (const [name, part] of groups) {
      expect(heldOut(part), name).toBeGreaterThan(0);
      expect(heldOut(part), name).toBeLessThan(part.length);
    }
  });
});
