/** One imported record: its shape first, then its words, then what holds inside it. */
import * as v from 'valibot';
import {
  type Claim,
  ClaimSchema,
  type Entity,
  EntitySchema,
  RelationSchema,
  SourceSchema,
} from '../facts/pack-schema';
import { isObject } from '../is-object';
import type { PackRecord, Section } from './import-event';
import { type ImportProblem, type Place, type ProblemCode, problemOf } from './import-problem';
import { below } from './place-below';
import { problemOfIssue } from './problem-of-issue';
import { textProblem } from './text-hygiene';
import { parseWebAddress } from './web-address';

const SCHEMAS = {
  sources: SourceSchema,
  entities: EntitySchema,
  claims: ClaimSchema,
  relations: RelationSchema,
} as const;

export type Checked =
  | { readonly ok: true; readonly record: PackRecord }
  | { readonly ok: false; readonly problem: ImportProblem };

/** The record in the schema's own order of keys, or the first thing that is wrong with it. */
export function checkRecord(section: Section, value: unknown, place: Place): Checked {
  const parsed = v.safeParse(SCHEMAS[section], value, { abortEarly: true });
  if (!parsed.success) return { ok: false, problem: problemOfIssue(parsed.issues[0], place) };
  const checked = { section, record: parsed.output } as PackRecord;
  // After the schema, which bounds how long the words may be that are searched here.
  const problem = wordsProblem(value, place) ?? innerProblem(checked, place);
  return problem ? { ok: false, problem } : { ok: true, record: checked };
}

/** Texts that deceive, in the order in which they are written. */
export function wordsProblem(value: unknown, place: Place, key = ''): ImportProblem | null {
  if (typeof value === 'string') {
    const code = textProblem(value, key);
    return code ? problemOf(code, place) : null;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const problem = wordsProblem(item, below(place, index), key);
      if (problem) return problem;
    }
    return null;
  }
  if (!isObject(value)) return null;
  for (const name of Object.keys(value)) {
    const problem = wordsProblem(value[name], below(place, name), name);
    if (problem) return problem;
  }
  return null;
}

function innerProblem(checked: PackRecord, place: Place): ImportProblem | null {
  const at = (code: ProblemCode, keys: (string | number)[], values = {}): ImportProblem =>
    problemOf(code, below(place, ...keys), values);
  switch (checked.section) {
    case 'sources': {
      const { url } = checked.record;
      if (url === undefined || parseWebAddress(url)) return null;
      return at('bad-address', ['url'], { value: url });
    }
    case 'entities':
      return entityProblem(checked.record, at);
    case 'claims':
      return claimProblem(checked.record, at);
    case 'relations': {
      const { from, to } = checked.record;
      return from === to ? at('refers-to-itself', ['to'], { id: to }) : null;
    }
  }
}

type At = (code: ProblemCode, keys: (string | number)[], values?: object) => ImportProblem;

function entityProblem(entity: Entity, at: At): ImportProblem | null {
  const seen = new Set<string>();
  for (const [index, { text }] of entity.aliases.entries()) {
    if (seen.has(text)) return at('duplicate-alias', ['aliases', index, 'text'], { text });
    seen.add(text);
  }
  return seen.has(entity.label) ? null : at('label-not-alias', ['label'], { text: entity.label });
}

function claimProblem(claim: Claim, at: At): ImportProblem | null {
  const { id, entities, respondsTo, conflictsWith, evidence } = claim;
  const twice = entities.findIndex((entity, index) => entities.indexOf(entity) < index);
  if (twice >= 0) return at('named-twice', ['entities', twice], { id: entities[twice] ?? '' });
  if (respondsTo === id) return at('refers-to-itself', ['respondsTo'], { id });
  const own = conflictsWith.indexOf(id);
  if (own >= 0) return at('refers-to-itself', ['conflictsWith', own], { id });
  for (const [index, { exact, start, end }] of evidence.entries()) {
    const expected = start + exact.length;
    if (end === expected) continue;
    return at('wrong-offsets', ['evidence', index, 'end'], { found: end, expected });
  }
  return null;
}
