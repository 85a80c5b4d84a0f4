import { expect, test } from 'vitest';
import { buildDirectory, type EntityLineRow } from './directory';
import { type EntityFilter, filterEntities } from './facets';

const row = (
  key: string,
  label: string,
  kind: EntityLineRow['entity']['kind'],
  aliases: readonly string[] = [],
): EntityLineRow => ({
  key,
  entity: {
    kind,
    label,
    nativeLabels: [],
    aliases: aliases.map((text) => ({ text })),
    summary: [],
  },
});

const quote = (source: string) => ({ source, start: 0, end: 1 });
const { entities } = buildDirectory(
  [
    row('p/tencent', 'Tencent', 'organisation', ['腾讯']),
    row('p/jack-ma', 'Jack Ma', 'person', ['Ma Yun', '马云']),
    row('p/ant', 'Ant Group', 'organisation', ['Ma’s company']),
    row('q/mozart', 'Élise Mozart', 'person'),
  ],
  [
    {
      key: 'p/c1',
      entities: ['p/jack-ma', 'p/ant'],
      claim: { kind: 'event', evidence: [quote('s1'), quote('s2')] },
    },
    { key: 'p/c2', entities: ['p/ant'], claim: { kind: 'event', evidence: [quote('s1')] } },
  ],
);

const ALL: EntityFilter = { text: '', kind: null, source: null, pack: null };
const labels = (filter: Partial<EntityFilter>) =>
  filterEntities(entities, { ...ALL, ...filter }).found.map(({ label }) => label);

test.each<[Partial<EntityFilter>, readonly string[]]>([
  [{}, ['Ant Group', 'Élise Mozart', 'Jack Ma', 'Tencent']],
  [{ kind: 'person' }, ['Élise Mozart', 'Jack Ma']],
  [{ source: 'p/s2' }, ['Ant Group', 'Jack Ma']],
  [{ pack: 'q' }, ['Élise Mozart']],
  [{ text: 'JACK' }, ['Jack Ma']],
  [{ text: 'yun ma' }, ['Jack Ma']],
  [{ text: '马' }, ['Jack Ma']],
  // “Ant Group” begins no name with it, its alias does.
  [{ text: 'ma' }, ['Ant Group', 'Jack Ma']],
  [{ text: 'en' }, ['Tencent']],
  [{ text: 'o' }, ['Ant Group', 'Élise Mozart']],
  [{ text: '   ' }, ['Ant Group', 'Élise Mozart', 'Jack Ma', 'Tencent']],
  [{ text: 'ma', kind: 'person', pack: 'q' }, []],
  [{ source: 'p/none' }, []],
])('%j leaves %j', (filter, expected) => {
  expect(labels(filter)).toEqual(expected);
});

test('names that begin with what was typed come first', () => {
  expect(labels({ text: 'm' })[0]).toBe('Ant Group');
  expect(labels({ text: 'mo' })).toEqual(['Élise Mozart']);
  expect(labels({ text: 'e' }).at(0)).toBe('Élise Mozart');
});

test('a facet counts what its other values would give', () => {
  const { facets } = filterEntities(entities, { ...ALL, kind: 'person' });
  expect(facets.kinds).toEqual([
    { value: 'organisation', count: 2 },
    { value: 'person', count: 2 },
  ]);
  expect(facets.sources).toEqual([
    { value: 'p/s1', count: 1 },
    { value: 'p/s2', count: 1 },
  ]);
  expect(facets.packs).toEqual([
    { value: 'p', count: 1 },
    { value: 'q', count: 1 },
  ]);
});

test('a chosen value stays in sight where nothing is left of it', () => {
  const { facets } = filterEntities(entities, { ...ALL, kind: 'law', text: 'jack' });
  expect(facets.kinds).toContainEqual({ value: 'law', count: 0 });
});

test('claims and sources are counted once for each entity', () => {
  const ant = entities.find(({ key }) => key === 'p/ant');
  expect(ant?.claims).toBe(2);
  expect([...(ant?.sources ?? [])]).toEqual(['p/s1', 'p/s2']);
});
