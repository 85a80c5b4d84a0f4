import { describe, expect, test } from 'vitest';
import type { Entity } from '../facts/pack-schema';
import type { ChosenEntity, ClipForm } from './clip-form';
import { clipRecords, type RecordOptions, standsFor } from './clip-records';

const NEW: ChosenEntity = {
  type: 'new',
  label: 'Ada Holm',
  kind: 'person',
  aliases: ['A. Holm', ''],
  description: 'A chemist.',
};
const KNOWN: ChosenEntity = {
  type: 'known',
  key: 'china-tech/ant-group',
  label: 'Ant Group',
  kind: 'organisation',
};
const ANT: Entity = {
  id: 'ant-group',
  kind: 'organisation',
  label: 'Ant Group',
  labelBasis: 'source',
  nativeLabels: [],
  summary: [],
  aliases: [
    { text: 'Ant Group', lang: 'en', strength: 'strong', case: 'initial', basis: 'source' },
    { text: 'Ant', lang: 'en', strength: 'weak', case: 'initial', basis: 'source' },
  ],
};
const FORM: ClipForm = {
  excerpt: { exact: 'She left.', prefix: '', suffix: '', start: 10, end: 19 },
  source: {
    url: 'https://ledger.example/a#top',
    title: 'A title',
    publisher: '',
    author: '',
    published: '2024-03',
    language: '',
    retrieved: '2024-04-01',
  },
  entities: [NEW],
  kind: 'event',
  text: 'Ada Holm left.',
  date: '',
  speaker: { type: 'source' },
};
const OPTIONS: RecordOptions = {
  unknownStance: 'Nobody has looked.',
  isOther: () => false,
  known: (key) => (key === KNOWN.key ? { entity: ANT } : null),
};

function saved(form: Partial<ClipForm>, options: Partial<RecordOptions> = {}) {
  const finished = clipRecords({ ...FORM, ...form }, { ...OPTIONS, ...options });
  if (!finished.ok) throw new Error(JSON.stringify(finished.problems));
  return finished;
}

test('source, claim and new name, with what is empty left out', () => {
  const { source, claim, entities } = saved({});
  expect(source).toMatchObject({
    url: 'https://ledger.example/a',
    title: 'A title',
    published: { date: '2024-03', basis: 'stated' },
    language: 'und',
    stance: 'Nobody has looked.',
  });
  expect(source).not.toHaveProperty('publisher');
  expect(entities.map(({ label, aliases }) => [label, aliases.map(({ text }) => text)])).toEqual([
    ['Ada Holm', ['Ada Holm', 'A. Holm']],
  ]);
  expect(claim.entities).toEqual(entities.map(({ id }) => id));
  expect(claim.evidence).toEqual([{ source: source.id, ...FORM.excerpt }]);
  expect(claim).not.toHaveProperty('date');
});

describe('a name of another pack', () => {
  test('gets a stand-in that tells whom it stands for', () => {
    const { entities, claim } = saved({
      entities: [KNOWN],
      speaker: { type: 'entity', entity: KNOWN },
    });
    expect(entities).toHaveLength(1);
    const [made] = entities;
    expect(made && standsFor(made)).toBe(KNOWN.key);
    expect(made?.aliases.map(({ text }) => text)).toEqual(['Ant Group']);
    expect(claim.speaker).toEqual({ type: 'entity', entity: made?.id });
  });

  test('is one that can be stored, whatever numbers its own pack gives to it', () => {
    const numbers = Array.from({ length: 49 }, (_, index) => ({ scheme: 'x', value: `${index}` }));
    const identifiers = [{ scheme: 'glossator', value: 'another/one' }, ...numbers];
    const known = () => ({ entity: { ...ANT, identifiers } });
    const [made] = saved({ entities: [KNOWN] }, { known }).entities;
    expect(made && standsFor(made)).toBe(KNOWN.key);
    expect(made?.identifiers).toHaveLength(50);
    const full = () => ({ entity: { ...ANT, identifiers: [...numbers, ...numbers.slice(0, 1)] } });
    expect(saved({ entities: [KNOWN] }, { known: full }).entities).toHaveLength(1);
  });

  test('keeps the stand-in that it has', () => {
    const known = () => ({ entity: ANT, standIn: 'stand-in' });
    const { entities, claim } = saved({ entities: [KNOWN] }, { known });
    expect(entities).toEqual([]);
    expect(claim.entities).toEqual(['stand-in']);
  });
});

test('a name of the own pack is named by its id', () => {
  const own: ChosenEntity = { ...KNOWN, key: 'own/ada-holm' };
  expect(saved({ entities: [own] }).claim.entities).toEqual(['ada-holm']);
});

describe('what is wrong is told for its field', () => {
  test.each<[string, Partial<ClipForm>, string[]]>([
    ['nothing filled in', { entities: [], text: ' ' }, ['claim.entities', 'claim.text']],
    ['no title', { source: { ...FORM.source, title: '' } }, ['source.title']],
    ['a bad address', { source: { ...FORM.source, url: 'javascript:1' } }, ['source.url']],
    [
      'a bad date of the source',
      { source: { ...FORM.source, published: 'May' } },
      ['source.published.date'],
    ],
    ['a bad date', { date: '2024-13' }, ['claim.date.date']],
    ['a speaker not chosen', { speaker: { type: 'entity', entity: null } }, ['claim.speaker']],
    ['an unnamed speaker', { speaker: { type: 'unnamed', description: '' } }, ['claim.speaker']],
    ['a name without letters', { entities: [{ ...NEW, label: ' ' }] }, ['entities[0].label']],
    [
      'an excerpt that is too long',
      { excerpt: { ...FORM.excerpt, exact: 'x'.repeat(241), end: 251 } },
      ['claim.evidence[0].exact'],
    ],
    ['a name that is gone', { entities: [{ ...KNOWN, key: 'x/y' }] }, ['entities[0]']],
  ])('%s', (_title, form, paths) => {
    const finished = clipRecords({ ...FORM, ...form }, OPTIONS);
    expect(finished.ok).toBe(false);
    const found = finished.ok ? [] : finished.problems.map(({ place }) => place.path);
    for (const path of paths) expect(found).toContain(path);
  });
});
