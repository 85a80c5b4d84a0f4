import type { Claim, Entity, FactPack } from '../core/facts/pack-schema';

const entity = (id: string, label: string, aliases: readonly string[] = []): Entity => ({
  id,
  kind: 'person',
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
});

const claim = (id: string, entities: string[], rest: Partial<Claim> = {}): Claim => ({
  id,
  kind: 'statement',
  text: `What ${id} claims.`,
  entities,
  speaker: { type: 'source' },
  notes: [],
  conflictsWith: [],
  evidence: [{ source: 'notes', exact: 'words', prefix: '', suffix: '', start: 0, end: 5 }],
  ...rest,
});

/** A small sound pack; `rest` replaces parts of it. */
export function samplePack(rest: Partial<FactPack> = {}): FactPack {
  return {
    id: 'engines',
    version: '1.0.0',
    title: 'Engines',
    description: 'A sample.',
    license: 'CC0-1.0',
    sources: [
      { id: 'notes', title: 'Notes', language: 'en', translation: 'none', stance: 'In favour.' },
      { id: 'unquoted', title: 'More', language: 'en', translation: 'none', stance: 'Against.' },
    ],
    entities: [
      entity('ada', 'Ada Lovelace', ['Lady Lovelace']),
      entity('charles', 'Charles Babbage'),
      entity('engine', 'Analytical Engine'),
    ],
    claims: [
      claim('wrote-notes', ['ada', 'engine']),
      claim('built-none', ['charles', 'engine'], { kind: 'allegation' }),
      claim('built-part', ['engine'], {
        kind: 'denial',
        respondsTo: 'built-none',
        speaker: { type: 'entity', entity: 'charles' },
      }),
      claim('met', ['ada', 'charles']),
    ],
    relations: [{ from: 'charles', to: 'engine', kind: 'founder-of', claim: 'built-part' }],
    ...rest,
  };
}
