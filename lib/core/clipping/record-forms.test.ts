import { describe, expect, test } from 'vitest';
import type { Claim, Entity } from '../facts/pack-schema';
import { checkRecord } from '../packs/check-record';
import type { ChosenEntity } from './clip-form';
import { changedClaim, changedEntity, claimPartOf, namePartOf } from './record-forms';

const CLAIM: Claim = {
  id: 'closed',
  kind: 'event',
  text: 'The harbour was closed.',
  entities: ['harbour', 'city'],
  speaker: { type: 'entity', entity: 'city', via: 'gazette' },
  date: { date: '2024-03', basis: 'inferred', why: 'The month before.' },
  notes: [{ kind: 'context', text: 'The old harbour.' }],
  conflictsWith: ['open'],
  respondsTo: 'rumour',
  evidence: [
    { source: 'gazette-1', exact: 'closed', prefix: 'is ', suffix: '.', start: 10, end: 16 },
  ],
};

const ENTITY: Entity = {
  id: 'harbour',
  kind: 'place',
  label: 'Norvale Harbour',
  labelBasis: 'source',
  nativeLabels: [{ text: '諾維爾港', lang: 'zh-Hant', basis: 'source' }],
  summary: [{ text: 'It is in the north.', claims: ['closed'] }],
  aliases: [
    { text: 'Norvale Harbour', lang: 'en', strength: 'strong', case: 'initial', basis: 'source' },
    { text: 'Harbor', lang: 'en', strength: 'garbled', case: 'any', basis: 'source', note: 'sic' },
  ],
  lookalikes: ['Norvale Harbour Café'],
  identifiers: [{ scheme: 'wikidata', value: 'Q1' }],
};

const known = (key: string): ChosenEntity => ({ type: 'known', key, label: key, kind: 'place' });
const named = (id: string): ChosenEntity => known(`port/${id}`);
const part = claimPartOf(CLAIM, named);

describe('a claim', () => {
  test('that nobody has changed is the same', () => {
    expect(changedClaim(CLAIM, part, 'port')).toEqual({ claim: CLAIM });
  });

  test.each<[string, Partial<typeof part>, Partial<Claim>]>([
    ['words', { text: ' The harbour is shut. ' }, { text: 'The harbour is shut.' }],
    ['kind', { kind: 'statement' }, { kind: 'statement' }],
    ['date', { date: '2024-04' }, { date: { date: '2024-04', basis: 'stated' } }],
    [
      'another speaker, without the old one’s outlet',
      { speaker: { type: 'entity', entity: known('port/harbour') } },
      { speaker: { type: 'entity', entity: 'harbour' } },
    ],
    ['the source itself', { speaker: { type: 'source' } }, { speaker: { type: 'source' } }],
    ['about', { entities: [known('port/city')] }, { entities: ['city'] }],
  ])('%s: that alone changes', (_name, change, changed) => {
    const outcome = changedClaim(CLAIM, { ...part, ...change }, 'port');
    expect(outcome).toEqual({ claim: { ...CLAIM, ...changed } });
    const { claim } = outcome as { claim: unknown };
    expect(checkRecord('claims', claim, {})).toMatchObject({ ok: true });
  });

  test('without a date has none', () => {
    const { date: _none, ...undated } = CLAIM;
    expect(changedClaim(CLAIM, { ...part, date: '' }, 'port')).toEqual({ claim: undated });
  });

  test.each<[string, Partial<typeof part>, string, string]>([
    ['nothing said', { text: ' ' }, 'claim.text', 'missing-field'],
    ['about nobody', { entities: [] }, 'claim.entities', 'missing-field'],
    [
      'about a name of another pack',
      { entities: [known('own/ada')] },
      'entities[0]',
      'unknown-entity',
    ],
    [
      'about a name that is not there yet',
      {
        entities: [{ type: 'new', label: 'Ada', kind: 'person', aliases: [], description: '' }],
      },
      'entities[0]',
      'unknown-entity',
    ],
    ['no speaker', { speaker: { type: 'entity', entity: null } }, 'claim.speaker', 'missing-field'],
  ])('%s is refused', (_name, change, path, code) => {
    expect(changedClaim(CLAIM, { ...part, ...change }, 'port')).toMatchObject({
      problems: [{ code, place: { path } }],
    });
  });
});

describe('a name', () => {
  const name = namePartOf(ENTITY);

  test('that nobody has changed is the same', () => {
    expect(changedEntity(ENTITY, name)).toEqual(ENTITY);
  });

  test('keeps what the form does not show, and the old forms as they were', () => {
    const changed = changedEntity(ENTITY, { ...name, aliases: ['Port of Norvale', 'Harbor'] });
    expect(changed).toEqual({
      ...ENTITY,
      aliases: [
        ...ENTITY.aliases,
        {
          text: 'Port of Norvale',
          lang: 'und',
          strength: 'strong',
          case: 'initial',
          basis: 'editorial',
        },
      ],
    });
    expect(checkRecord('entities', changed, {})).toMatchObject({ ok: true });
  });

  test('a new label is one of its forms, the old one a form no more where it was taken away', () => {
    const changed = changedEntity(ENTITY, { ...name, label: 'Harbour of Norvale', aliases: [] });
    expect(changed).toMatchObject({
      label: 'Harbour of Norvale',
      labelBasis: 'editorial',
      aliases: [{ text: 'Harbour of Norvale' }],
    });
    expect(checkRecord('entities', changed, {})).toMatchObject({ ok: true });
  });

  test('a new description is the reader’s, and rests on no claim', () => {
    expect(changedEntity(ENTITY, { ...name, description: 'A port.' })).toMatchObject({
      summary: [{ text: 'A port.', basis: 'editorial' }],
    });
  });
});
