import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recogniseText } from '../recognition/recognise-text';
import { buildTables, type NamedEntity } from './build-matcher';
import { createGrowingMatcher } from './growing-matcher';
import type { LearnedEntity } from './learned-entity';
import { createMatcher } from './matcher';
import { entitiesAndText } from './names.fixture';

function toLearned(entity: NamedEntity, aliases = entity.aliases): LearnedEntity {
  const { key, label, kind, related = [], lookalikes = [], counterSigns = [] } = entity;
  return {
    key,
    label,
    isPerson: kind === 'person',
    related: [...related],
    aliases: [...aliases],
    lookalikes: [...lookalikes],
    counterSigns: [...counterSigns],
  };
}

function growing(base: readonly NamedEntity[], learned: readonly LearnedEntity[]) {
  const matcher = createGrowingMatcher(createMatcher(buildTables(base)));
  // One by one, as they would come.
  for (const entity of learned) matcher.learn([entity]);
  return matcher;
}

const alias = (text: string, strength: 'strong' | 'weak' = 'strong') =>
  ({ text, strength, case: 'initial' }) as const;
const named = (id: string, rest: Partial<NamedEntity>): NamedEntity => ({
  key: `p/${id}`,
  label: id,
  kind: 'organisation',
  aliases: [],
  ...rest,
});

const MERCURY = named('mercury', { aliases: [alias('Mercury Bank')] });
const OTHER_MERCURY = named('other', {
  aliases: [alias('Mercury Bank'), alias('Mercury Bank of Commerce'), alias('Mercury', 'weak')],
  related: ['p/freddie'],
});
const FREDDIE = named('freddie', { kind: 'person', aliases: [alias('Freddie Grey')] });

test('a name of two lists stays open between both', () => {
  const matcher = growing([MERCURY], [toLearned(OTHER_MERCURY)]);
  expect(recogniseText(matcher, 'Mercury Bank fell.')[0]?.entities).toEqual([
    'p/mercury',
    'p/other',
  ]);
});

test('the longest wins, whichever list it is of', () => {
  const matcher = growing([MERCURY], [toLearned(OTHER_MERCURY)]);
  const [match, ...more] = recogniseText(matcher, 'Mercury Bank of Commerce fell.');
  expect(match).toMatchObject({ start: 0, end: 24, entities: ['p/other'] });
  expect(more).toEqual([]);
});

test('what was learned later speaks for what was learned before', () => {
  const matcher = growing([], [toLearned(OTHER_MERCURY)]);
  const text = 'Freddie Grey left Mercury.';
  expect(recogniseText(matcher, text)).toEqual([]);
  matcher.learn([toLearned(FREDDIE)]);
  expect(recogniseText(matcher, text).map(({ entities }) => entities)).toEqual([
    ['p/freddie'],
    ['p/other'],
  ]);
});

test('a lookalike that was learned keeps its words unmarked', () => {
  const matcher = growing([], [toLearned({ ...MERCURY, lookalikes: ['Mercury Bank Holiday'] })]);
  expect(recogniseText(matcher, 'a Mercury Bank Holiday')).toEqual([]);
});

test('the same again is nothing new, and indexes stay', () => {
  const matcher = growing([FREDDIE], [toLearned(OTHER_MERCURY)]);
  const before = matcher.scan('Mercury Bank').candidates[0]?.aliases;
  expect(matcher.learn([toLearned(OTHER_MERCURY)])).toBe(false);
  expect(matcher.learn([toLearned(MERCURY, [alias('A Mercury')])])).toBe(true);
  expect(matcher.scan('Mercury Bank').candidates[0]?.aliases).toEqual(before);
  expect(matcher.tables.aliasText[before?.[0] ?? -1]).toBe('Mercury Bank');
});

test('finds and decides what a matcher of all names does', () => {
  fc.assert(
    fc.property(entitiesAndText, fc.nat(8), ([entities, text], cut) => {
      const mixed = growing(
        entities.slice(0, cut),
        entities.slice(cut).map((entity) => toLearned(entity)),
      );
      const whole = createMatcher(buildTables(entities));
      expect(mixed.scan(text).openFrom).toBe(whole.scan(text).openFrom);
      expect(sorted(recogniseText(mixed, text))).toEqual(sorted(recogniseText(whole, text)));
    }),
  );
});

/** In which order several readings of one place come depends on the order of the tables. */
function sorted(matches: ReturnType<typeof recogniseText>) {
  return matches.map(({ start, end, entities }) => ({
    start,
    end,
    entities: [...entities].sort(),
  }));
}
