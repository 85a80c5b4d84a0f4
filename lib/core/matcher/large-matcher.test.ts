import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateEntities } from '../../tools/generate-names';
import { foldText } from '../text/characters';
import { buildMatcher, type NamedEntity } from './build-matcher';
import { createLargeMatcher } from './large-matcher';
import { createLargeTablesBuilder } from './large-tables';
import { createMatcher } from './matcher';
import { entitiesAndText } from './names.fixture';

function largeMatcherOf(entities: Iterable<NamedEntity>) {
  const builder = createLargeTablesBuilder('p');
  for (const entity of entities) builder.add(entity);
  return createLargeMatcher(builder.build());
}

const ANT: NamedEntity = {
  key: 'p/ant-group',
  label: 'Ant Group',
  kind: 'organisation',
  aliases: [
    { text: 'Ant', strength: 'weak', case: 'initial' },
    { text: 'Ant Group', strength: 'strong', case: 'initial' },
    { text: '蚂蚁集团', strength: 'strong', case: 'any' },
  ],
  lookalikes: ['Apache Ant'],
  counterSigns: ['insect'],
  related: ['p/jack-ma', 'p/unknown'],
};
const MA: NamedEntity = {
  key: 'p/jack-ma',
  label: 'Jack Ma',
  kind: 'person',
  aliases: [{ text: 'Jack Ma', strength: 'strong', case: 'initial' }],
};
const EVERYBODY_KNOWS: NamedEntity = {
  key: 'p/china',
  label: 'China',
  kind: 'place',
  aliases: [{ text: 'China', strength: 'weak', case: 'initial' }],
};

describe('a small list', () => {
  const matcher = largeMatcherOf([ANT, EVERYBODY_KNOWS, MA]);

  test.each([
    ['Ant Group and 蚂蚁集团', ['Ant Group', 'Ant', '蚂蚁集团']],
    ['ant group', []],
    ['the Antarctic', []],
    ['JACK\u00a0MA’s', ['JACK\u00a0MA']],
    ['in China', []],
    ['https://Ant.com', []],
  ])('%s', (text, words) => {
    expect(matcher.find(text).map(({ start, end }) => text.slice(start, end))).toEqual(words);
  });

  test('tells of an entity what a page needs to decide', () => {
    const [candidate] = matcher.find('Ant said');
    expect(matcher.entitiesOf(candidate?.aliases ?? [])).toEqual([
      {
        key: 'p/ant-group',
        label: 'Ant Group',
        isPerson: false,
        related: ['p/jack-ma'],
        aliases: [{ text: 'Ant', strength: 'weak', case: 'initial' }],
        lookalikes: ['Apache Ant'],
        counterSigns: ['insect'],
      },
    ]);
    expect(matcher.entitiesOf(matcher.find('Jack Ma')[0]?.aliases ?? [])).toMatchObject([
      { key: 'p/jack-ma', isPerson: true, related: [], lookalikes: [], counterSigns: [] },
    ]);
  });
});

test('finds whatever the small matcher finds', () => {
  fc.assert(
    fc.property(entitiesAndText, ([entities, text]) => {
      const small = createMatcher(buildMatcher(entities));
      const large = largeMatcherOf(entities);
      const found = new Map(
        large
          .find(text)
          .map(({ start, end, aliases }) => [
            `${start}:${end}`,
            large
              .entitiesOf(aliases)
              .flatMap(({ key, aliases: own }) =>
                own.map((alias) => `${key} ${foldText(alias.text)}`),
              ),
          ]),
      );
      for (const { start, end, aliases } of small.scan(text).candidates) {
        const { aliasEntity, aliasText, entityKeys } = small.tables;
        const expected = aliases.map(
          (alias) => `${entityKeys[aliasEntity[alias] ?? 0]} ${foldText(aliasText[alias] ?? '')}`,
        );
        expect(found.get(`${start}:${end}`)).toEqual(expect.arrayContaining(expected));
      }
    }),
    { numRuns: 2000 },
  );
});

test('a hundred thousand names: each is found, in little memory', () => {
  const entities = [...generateEntities(100_000, { pack: 'p' })];
  const builder = createLargeTablesBuilder('p');
  for (const entity of entities) builder.add(entity);
  const tables = builder.build();
  const matcher = createLargeMatcher(tables);
  for (let i = 0; i < entities.length; i += 997) {
    const { key, label } = entities[i] as NamedEntity;
    const found = matcher.find(`(${label})`).filter(({ start }) => start === 1);
    const keys = found.flatMap(({ aliases }) => matcher.entitiesOf(aliases).map((one) => one.key));
    expect(keys).toContain(key);
  }
  const bytes = Object.values(tables)
    .filter((value) => ArrayBuffer.isView(value))
    .reduce((sum, array) => sum + array.byteLength, 0);
  expect(bytes / entities.length).toBeLessThan(60);
});
