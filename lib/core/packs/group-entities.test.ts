import { describe, expect, test } from 'vitest';
import type { Entity } from '../facts/pack-schema';
import { groupEntities, type KeyedEntity } from './group-entities';

interface Sketch {
  readonly label?: string;
  readonly aliases?: readonly string[];
  readonly kind?: Entity['kind'];
  /** `scheme:value` */
  readonly ids?: readonly string[];
}

function thing(key: string, sketch: Sketch = {}): KeyedEntity {
  const { label = 'Xu Lin', aliases = [], kind = 'person', ids = [] } = sketch;
  const entity: Entity = {
    id: key.slice(key.indexOf('/') + 1),
    kind,
    label,
    labelBasis: 'source',
    nativeLabels: [],
    summary: [],
    aliases: [label, ...aliases].map((text) => ({
      text,
      lang: 'en',
      strength: 'strong',
      case: 'any',
      basis: 'source',
    })),
    identifiers: ids.map((id) => {
      const [scheme = '', value = ''] = id.split(':');
      return { scheme, value };
    }),
  };
  return { key, entity };
}

const keysOf = (entities: readonly KeyedEntity[]): string =>
  groupEntities(entities)
    .map((group) => group.map(({ key }) => key).join(' '))
    .join(' | ');

describe('entities of several packs', () => {
  test.each<[string, KeyedEntity[], string]>([
    ['the same label', [thing('a/x'), thing('b/x'), thing('c/y')], 'a/x b/x c/y'],
    ['another label', [thing('a/x'), thing('b/x', { label: 'Xu Wei' })], 'a/x | b/x'],
    ['a label in another case', [thing('a/x'), thing('b/x', { label: 'XU LIN' })], 'a/x b/x'],
    ['another kind', [thing('a/x'), thing('b/x', { kind: 'place' })], 'a/x | b/x'],
    [
      'a label that is an alias of the other',
      [thing('a/x'), thing('b/x', { label: 'Lin Xu', aliases: ['Xu Lin'] })],
      'a/x b/x',
    ],
    [
      'an alias that is neither’s label',
      [
        thing('a/x', { label: 'One', aliases: ['Shared'] }),
        thing('b/x', { label: 'Two', aliases: ['Shared'] }),
      ],
      'a/x | b/x',
    ],
    [
      'a number, whatever name and kind',
      [
        thing('a/x', { ids: ['wikidata:Q1'] }),
        thing('b/x', { label: 'Other', kind: 'place', ids: ['Wikidata:Q1'] }),
      ],
      'a/x b/x',
    ],
    [
      'the same label and another number',
      [thing('a/x', { ids: ['wikidata:Q1'] }), thing('b/x', { ids: ['wikidata:Q2'] })],
      'a/x | b/x',
    ],
    [
      'one number the same, another not',
      [
        thing('a/x', { ids: ['wikidata:Q1', 'isin:1'] }),
        thing('b/x', { ids: ['wikidata:Q1', 'isin:2'] }),
      ],
      'a/x b/x',
    ],
    [
      'two of the same label in one pack: nobody can tell which of them is meant',
      [thing('a/x'), thing('a/y'), thing('b/x')],
      'a/x | a/y | b/x',
    ],
    [
      'two of the same label in one pack, one with the number',
      [
        thing('a/x', { ids: ['wikidata:Q1'] }),
        thing('a/y'),
        thing('b/x', { ids: ['wikidata:Q1'] }),
      ],
      'a/x b/x | a/y',
    ],
    [
      'one without a number between two whose numbers differ',
      [
        thing('a/x', { ids: ['wikidata:Q1'] }),
        thing('b/x'),
        thing('c/x', { ids: ['wikidata:Q2'] }),
      ],
      'a/x | b/x | c/x',
    ],
    [
      'what stands for another, whatever its name',
      [thing('a/x'), thing('own/z', { label: 'My name', ids: ['glossator:a/x'] })],
      'a/x own/z',
    ],
    [
      'one that stands for each of two that are the same',
      [
        thing('a/x'),
        thing('b/x'),
        thing('own/1', { ids: ['glossator:a/x'] }),
        thing('own/2', { ids: ['glossator:b/x'] }),
      ],
      'a/x b/x own/1 own/2',
    ],
    [
      'what stands for one of two that are told apart',
      [
        thing('a/x', { ids: ['wikidata:Q1'] }),
        thing('b/x', { ids: ['wikidata:Q2'] }),
        thing('own/1', { ids: ['wikidata:Q1', 'glossator:a/x'] }),
      ],
      'a/x own/1 | b/x',
    ],
    [
      'what stands for something that is not there',
      [thing('own/1', { ids: ['glossator:a/x'] }), thing('b/x')],
      'own/1 b/x',
    ],
    [
      'likeness that leads from one to the next',
      [
        thing('a/x', { label: 'One', aliases: ['Two'] }),
        thing('b/x', { label: 'Two', aliases: ['Three'] }),
        thing('c/x', { label: 'Three' }),
      ],
      'a/x b/x c/x',
    ],
    [
      'and back into the pack that it came from',
      [
        thing('a/x', { label: 'One', aliases: ['Two'] }),
        thing('b/x', { label: 'Two', aliases: ['Three'] }),
        thing('c/x', { label: 'Three', aliases: ['Four'] }),
        thing('a/y', { label: 'Four' }),
      ],
      // Each step is sound, so the first ones in the order of keys hold.
      'a/x b/x | c/x a/y',
    ],
    ['nothing', [], ''],
  ])('%s', (_what, entities, groups) => {
    expect(keysOf(entities)).toBe(groups);
    // Whichever was asked for, the groups are the same.
    const sets = (text: string) =>
      new Set(text.split(' | ').map((one) => one.split(' ').sort().join()));
    expect(sets(keysOf([...entities].reverse()))).toEqual(sets(groups));
  });
});
