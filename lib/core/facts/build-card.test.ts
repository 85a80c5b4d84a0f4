import * as v from 'valibot';
import { expect, test } from 'vitest';
import { buildCard, type CardRows, linkedClaimIds, namedEntityIds } from './build-card';
import { EntityCardSchema } from './card';
import type { Claim, Entity, Evidence, Relation, Source } from './pack-schema';

const entity = (id: string, rest: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'person',
  label: id.toUpperCase(),
  labelBasis: 'source',
  nativeLabels: [],
  summary: [],
  aliases: [{ text: id, lang: 'en', strength: 'strong', case: 'any', basis: 'source' }],
  ...rest,
});
const source = (id: string): Source => ({
  id,
  title: id,
  language: 'en',
  translation: 'none',
  stance: 'A view.',
});
const quoted = (from: string, rest: Partial<Evidence> = {}): Evidence => ({
  source: from,
  exact: 'words',
  prefix: '',
  suffix: '',
  start: 0,
  end: 5,
  ...rest,
});
const claim = (id: string, rest: Partial<Claim> = {}): Claim => ({
  id,
  kind: 'statement',
  text: id,
  entities: ['ma'],
  speaker: { type: 'source' },
  notes: [],
  conflictsWith: [],
  evidence: [quoted('one')],
  ...rest,
});

const ma = entity('ma', { summary: [{ text: 'Founder.', claims: ['founded'] }] });
const said = claim('said', { conflictsWith: ['other'], entities: ['ma', 'xi'] });
const denied = claim('denied', {
  respondsTo: 'allegation',
  speaker: { type: 'entity', entity: 'ant', via: 'reuters' },
  evidence: [quoted('two', { speaker: { type: 'unnamed', description: 'x', via: 'wsj' } })],
});
const founded: Relation = {
  from: 'ma',
  to: 'alibaba',
  kind: 'founder-of',
  claim: 'relation-claim',
};

test('linked claims: conflicting, answered, under the summary and under relations', () => {
  expect(linkedClaimIds(ma, [said, denied], [founded]).sort()).toEqual([
    'allegation',
    'founded',
    'other',
    'relation-claim',
  ]);
  expect(linkedClaimIds(ma, [said, claim('other'), claim('founded')], [])).toEqual([]);
});

test('named entities: in claims, as speakers, as outlets, in relations; not the entity itself', () => {
  expect(namedEntityIds(ma, [said, denied], [founded]).sort()).toEqual([
    'alibaba',
    'ant',
    'reuters',
    'wsj',
    'xi',
  ]);
});

const rows: CardRows = {
  key: 'pack/ma',
  pack: {
    id: 'pack',
    version: '1.0.0',
    title: 'Pack',
    license: 'CC0-1.0',
    origin: 'bundled',
    colour: null,
  },
  sources: [source('one'), source('two'), source('unquoted')],
  entity: ma,
  claims: [claim('plain'), said, denied],
  linkedClaims: [claim('other', { entities: ['xi'] }), said],
  relations: [founded],
  entities: [entity('xi'), entity('ant'), entity('alibaba'), entity('nobody'), ma],
};

test('a card is complete and fits its schema', () => {
  const card = buildCard(rows);
  expect(v.is(EntityCardSchema, card)).toBe(true);
  expect(card.claims.map((c) => c.id)).toEqual(['denied', 'said', 'plain']);
  expect(card.linkedClaims.map((c) => c.id)).toEqual(['other']);
  expect(card.sources.map((s) => s.id)).toEqual(['one', 'two']);
  expect(card.entities).toEqual({
    xi: { label: 'XI', kind: 'person' },
    ant: { label: 'ANT', kind: 'person' },
    alibaba: { label: 'ALIBABA', kind: 'person' },
  });
  expect(card.corroboration['said']).toEqual({ speakers: 1, sources: 1, ofSources: 3 });
  expect(Object.keys(card.corroboration).sort()).toEqual(['denied', 'other', 'plain', 'said']);
});

test('an entity without claims has a card', () => {
  const card = buildCard({ ...rows, claims: [], linkedClaims: [], relations: [], entities: [] });
  expect(v.is(EntityCardSchema, card)).toBe(true);
  expect(card.sources).toEqual([]);
});
