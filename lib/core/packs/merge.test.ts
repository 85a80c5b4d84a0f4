import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entity } from '../facts/pack-schema';
import { compareRecord, DryRun, type Installed } from './compare-import';
import { importFacts } from './import-facts';
import { mergeRecord } from './merge-record';
import { randomEntities } from './random-pack.fixture';
import { READER_OPTIONS } from './reader-options.fixture';
import { SameEntityIndex } from './same-entity';
import { writePackJson } from './write-pack-json';

const ADA: Entity = {
  id: 'ada',
  kind: 'person',
  label: 'Ada Holm',
  labelBasis: 'source',
  nativeLabels: [],
  summary: [{ text: 'Mayor.', basis: 'editorial' }],
  aliases: [alias('Ada Holm'), alias('Holm')],
};

function alias(text: string, strength: 'strong' | 'weak' = 'strong'): Entity['aliases'][number] {
  return { text, lang: 'en', strength, case: 'initial', basis: 'source' };
}

const anEntity = randomEntities.map(([first]) => first ?? ADA);
const maybe = fc.option(anEntity, { nil: null });

describe('merging keeps its laws', () => {
  test('an update that changes nothing gives mine', () => {
    fc.assert(
      fc.property(maybe, maybe, (base, mine) => {
        expect(mergeRecord(base, mine, base)).toEqual({ merged: mine, conflicts: [] });
      }),
    );
  });

  test('without edits the result is theirs', () => {
    fc.assert(
      fc.property(maybe, maybe, (base, theirs) => {
        expect(mergeRecord(base, base, theirs)).toEqual({ merged: theirs, conflicts: [] });
      }),
    );
  });

  test('the same change on both sides is one change', () => {
    fc.assert(
      fc.property(maybe, maybe, (base, both) => {
        expect(mergeRecord(base, both, both)).toEqual({ merged: both, conflicts: [] });
      }),
    );
  });

  test('a conflict has something of both, and mine stays', () => {
    fc.assert(
      fc.property(anEntity, anEntity, anEntity, (base, mine, theirs) => {
        for (const { path, ...versions } of mergeRecord(base, mine, theirs).conflicts) {
          expect(versions.mine).not.toEqual(versions.theirs);
          expect(versions.mine).not.toEqual(versions.base);
          if (path === 'label')
            expect(mergeRecord(base, mine, theirs).merged?.label).toBe(mine.label);
        }
      }),
    );
  });
});

describe('merging, field by field', () => {
  test.each<[string, Partial<Entity>, Partial<Entity>, Partial<Entity>, string[]]>([
    [
      'different fields',
      { label: 'Ada M. Holm' },
      { kind: 'organisation' },
      { label: 'Ada M. Holm', kind: 'organisation' },
      [],
    ],
    ['the same field', { label: 'A' }, { label: 'B' }, { label: 'A' }, ['label']],
    [
      'an alias of each',
      { aliases: [...ADA.aliases, alias('Mine')] },
      { aliases: [...ADA.aliases, alias('Theirs')] },
      { aliases: [...ADA.aliases, alias('Theirs'), alias('Mine')] },
      [],
    ],
    [
      'one takes an alias away, one changes another',
      { aliases: [alias('Ada Holm')] },
      { aliases: [alias('Ada Holm', 'weak'), alias('Holm')] },
      { aliases: [alias('Ada Holm', 'weak')] },
      [],
    ],
    [
      'one takes away what the other changes',
      { aliases: [alias('Ada Holm')] },
      { aliases: [alias('Ada Holm'), alias('Holm', 'weak')] },
      { aliases: [alias('Ada Holm')] },
      ['aliases[1]'],
    ],
    [
      'both change one alias in the same way',
      { aliases: [alias('Ada Holm'), alias('Holm', 'weak')], label: 'X' },
      { aliases: [alias('Ada Holm'), alias('Holm', 'weak')], kind: 'place' },
      { aliases: [alias('Ada Holm'), alias('Holm', 'weak')], label: 'X', kind: 'place' },
      [],
    ],
    [
      'a field is added on one side',
      { counterSigns: ['ferry'] },
      { label: 'B' },
      { counterSigns: ['ferry'], label: 'B' },
      [],
    ],
  ])('%s', (_name, mine, theirs, merged, conflicts) => {
    const result = mergeRecord(ADA, { ...ADA, ...mine }, { ...ADA, ...theirs });
    expect(result.merged).toEqual({ ...ADA, ...merged });
    expect(result.conflicts.map(({ path }) => path)).toEqual(conflicts);
  });

  test('deleting what the other side changed is a conflict', () => {
    expect(mergeRecord(ADA, null, { ...ADA, label: 'B' })).toMatchObject({
      merged: null,
      conflicts: [{ path: '' }],
    });
    expect(mergeRecord(ADA, { ...ADA, label: 'B' }, null).merged).toMatchObject({ label: 'B' });
  });
});

describe('the dry run', () => {
  const theirs = { section: 'entities', record: { ...ADA, kind: 'outlet' } } as const;
  test.each<[string, Installed | undefined, string, string[]]>([
    ['nothing of that name', undefined, 'new', []],
    ['the same', { shipped: theirs.record, mine: theirs.record }, 'same', []],
    ['a new version', { shipped: ADA, mine: ADA }, 'changed', ['kind']],
    ['mine has it already', { shipped: ADA, mine: theirs.record }, 'same', []],
    [
      'mine differs elsewhere',
      { shipped: ADA, mine: { ...ADA, summary: [] } },
      'changed',
      ['kind'],
    ],
    ['mine differs there', { shipped: ADA, mine: { ...ADA, kind: 'place' } }, 'conflicting', []],
    ['mine is deleted', { shipped: ADA, mine: null }, 'conflicting', []],
    ['deleted and unchanged', { shipped: theirs.record, mine: null }, 'same', []],
  ])('%s', (_name, installed, verdict, fields) => {
    expect(compareRecord(theirs, installed)).toMatchObject({ verdict, fields });
  });

  test('a merged record that is none any more is a conflict, and mine stays', () => {
    const mine = { ...ADA, label: 'Holm', aliases: [alias('Holm')] };
    const record = { ...ADA, aliases: [alias('Ada Holm'), alias('A. Holm')] };
    const item = compareRecord({ section: 'entities', record }, { shipped: ADA, mine });
    expect(item).toMatchObject({
      verdict: 'conflicting',
      merged: mine,
      conflicts: [{ path: 'label' }],
    });
  });

  test('counts a whole file, and tells what is gone', async () => {
    const pack = {
      ...READER_OPTIONS.meta,
      sources: [],
      entities: [ADA],
      claims: [],
      relations: [],
    };
    const run = new DryRun(async () => new Map([['ada', { shipped: ADA, mine: ADA }]]));
    for await (const batch of importFacts([writePackJson(pack)], READER_OPTIONS))
      await run.take(batch);
    expect(run.gone('entities', 'ada', { shipped: ADA, mine: ADA })).toEqual([]);
    expect(run.gone('entities', 'bob', { shipped: ADA, mine: ADA })).toMatchObject([
      { verdict: 'gone' },
    ]);
    expect(run.gone('entities', 'own', { shipped: null, mine: ADA })).toEqual([]);
    expect(run.counts).toMatchObject({ same: 1, gone: 1, refused: 0 });
  });
});

describe('the same entity in two packs', () => {
  const index = new SameEntityIndex();
  index.add('one/ada', { ...ADA, identifiers: [{ scheme: 'wikidata', value: 'Q1' }] });
  test.each<[string, string, Partial<Entity>, [string, string[]][]]>([
    ['by label', 'two/a', { aliases: [] }, [['one/ada', ['label']]]],
    [
      'whatever its case and accents',
      'two/a',
      { label: 'ÁDA HOLM', aliases: [] },
      [['one/ada', ['label']]],
    ],
    [
      'by a strong alias',
      'two/a',
      { label: 'Madam', aliases: [alias('Holm')] },
      [['one/ada', ['alias']]],
    ],
    ['not by a weak one', 'two/a', { label: 'Madam', aliases: [alias('Holm', 'weak')] }, []],
    ['not of another kind', 'two/a', { kind: 'place', aliases: [] }, []],
    ['not in its own pack', 'one/a', {}, []],
    [
      'by number, whatever it is called',
      'two/a',
      {
        label: 'X',
        kind: 'place',
        aliases: [],
        identifiers: [{ scheme: 'Wikidata', value: 'Q1' }],
      },
      [['one/ada', ['identifier']]],
    ],
  ])('%s', (_name, key, change, expected) => {
    const found = index.find(key, { ...ADA, ...change });
    expect(found.map((one) => [one.key, one.because.map(({ type }) => type)])).toEqual(expected);
  });
});
