import { expect, test } from 'vitest';
import type { Claim, Source } from '../core/facts/pack-schema';
import { changesToSave } from './own-changes';

const SOURCE: Source = {
  id: 'page',
  title: 'A page',
  language: 'en',
  translation: 'unknown',
  stance: 'Nobody has looked.',
};
const BEFORE: Claim = {
  id: 'closed',
  kind: 'event',
  text: 'The harbour was closed.',
  entities: ['harbour'],
  speaker: { type: 'source' },
  date: { date: '2024-03', basis: 'stated' },
  notes: [{ kind: 'context', text: 'The old harbour.' }],
  conflictsWith: ['open'],
  respondsTo: 'rumour',
  evidence: [{ source: 'page', exact: 'closed', prefix: '', suffix: '', start: 10, end: 16 }],
};
const OWN = { sources: [SOURCE], entities: [], claims: [BEFORE], edits: [] };

test.each<[string, Claim['date']]>([
  ['a date that was taken out is gone', undefined],
  ['another date takes the place of the old one', { date: '2024-04', basis: 'stated' }],
])('%s, and what the form does not show stays', (_name, date) => {
  const { date: _before, respondsTo: _answered, ...shown } = BEFORE;
  const claim = { ...shown, id: 'new', notes: [], conflictsWith: [], ...(date && { date }) };
  const changes = changesToSave(OWN, { ok: true, source: SOURCE, claim, entities: [] }, 'closed');
  const { date: _old, ...rest } = BEFORE;
  expect(changes).toContainEqual({
    section: 'claims',
    id: 'closed',
    record: { ...rest, ...(date && { date }) },
  });
});
