/**
 * What holds between records of a pack: ids are unique and exist where they are named, offsets
 * agree with the excerpt, conflicts stand on both sides, labels are among the aliases.
 *
 * Works on whatever has the right shape and passes over the rest, which the schema reports, so
 * that one misspelt field does not hide what is wrong elsewhere. A record of the wrong shape
 * still counts as existing.
 */

import * as v from 'valibot';
import { isObject } from '../is-object';
import type { PackRules } from './check-pack';
import {
  type Claim,
  ClaimSchema,
  type Entity,
  EntitySchema,
  RelationSchema,
  type Speaker,
} from './pack-schema';
import type { Problem } from './problem';

type Section = 'sources' | 'entities' | 'claims' | 'relations';

interface Known {
  readonly sources: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly report: (path: string, message: string) => void;
}

export function checkReferences(pack: unknown, rules: PackRules = {}): Problem[] {
  const problems: Problem[] = [];
  const known: Known = {
    sources: knownIds(pack, 'sources'),
    entities: knownIds(pack, 'entities'),
    claims: knownIds(pack, 'claims'),
    report: (path, message) => problems.push({ path, message }),
  };
  for (const section of ['sources', 'entities', 'claims'] as const) {
    checkDuplicates(known, section, idsOf(pack, section));
  }
  for (const [index, entity] of validRecords(pack, 'entities', EntitySchema)) {
    checkEntity(known, `entities[${index}]`, entity);
  }
  const claims = validRecords(pack, 'claims', ClaimSchema);
  const conflicts = new Map(claims.map(([, claim]) => [claim.id, claim.conflictsWith]));
  for (const [index, claim] of claims) {
    const path = `claims[${index}]`;
    checkClaim(known, path, claim, rules);
    checkConflicts(known, `${path}.conflictsWith`, claim, conflicts);
  }
  for (const [index, relation] of validRecords(pack, 'relations', RelationSchema)) {
    const path = `relations[${index}]`;
    checkEntityId(known, `${path}.from`, relation.from);
    checkEntityId(known, `${path}.to`, relation.to);
    checkClaimId(known, `${path}.claim`, relation.claim);
    if (relation.from === relation.to) known.report(path, 'leads from an entity to itself');
  }
  return problems;
}

function checkDuplicates(known: Known, section: Section, ids: readonly (string | null)[]): void {
  const first = new Map<string, number>();
  ids.forEach((id, index) => {
    if (id === null) return;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, index);
    else known.report(`${section}[${index}].id`, `“${id}” is already ${section}[${earlier}]`);
  });
}

function checkEntity(known: Known, path: string, entity: Entity): void {
  const seen = new Set<string>();
  entity.aliases.forEach((alias, index) => {
    if (seen.has(alias.text)) {
      known.report(`${path}.aliases[${index}].text`, `“${alias.text}” is given twice`);
    }
    seen.add(alias.text);
  });
  if (!seen.has(entity.label)) {
    known.report(`${path}.label`, `“${entity.label}” is not among the aliases`);
  }
  entity.summary.forEach((sentence, index) => {
    if (!('claims' in sentence)) return;
    sentence.claims.forEach((claim, at) => {
      checkClaimId(known, `${path}.summary[${index}].claims[${at}]`, claim);
    });
  });
}

function checkClaim(known: Known, path: string, claim: Claim, rules: PackRules): void {
  claim.entities.forEach((entity, index) => {
    checkEntityId(known, `${path}.entities[${index}]`, entity);
    if (claim.entities.indexOf(entity) < index) {
      known.report(`${path}.entities[${index}]`, `“${entity}” is given twice`);
    }
  });
  checkSpeaker(known, `${path}.speaker`, claim.speaker);
  if (claim.respondsTo !== undefined) {
    checkClaimId(known, `${path}.respondsTo`, claim.respondsTo);
    if (claim.respondsTo === claim.id) known.report(`${path}.respondsTo`, 'responds to itself');
  }
  if (rules.everyClaimHasEvidence && claim.evidence.length === 0) {
    known.report(`${path}.evidence`, 'a bundled claim needs an excerpt');
  }
  claim.evidence.forEach((evidence, index) => {
    const at = `${path}.evidence[${index}]`;
    if (!known.sources.has(evidence.source)) {
      known.report(`${at}.source`, `there is no source “${evidence.source}”`);
    }
    const end = evidence.start + evidence.exact.length;
    if (evidence.end !== end) {
      known.report(
        `${at}.end`,
        `${evidence.end}, but start and the excerpt’s length make it ${end}`,
      );
    }
    if (evidence.speaker) checkSpeaker(known, `${at}.speaker`, evidence.speaker);
  });
}

function checkConflicts(
  known: Known,
  path: string,
  claim: Claim,
  conflicts: ReadonlyMap<string, readonly string[]>,
): void {
  claim.conflictsWith.forEach((other, index) => {
    const at = `${path}[${index}]`;
    checkClaimId(known, at, other);
    if (other === claim.id) known.report(at, 'conflicts with itself');
    else if (conflicts.get(other)?.includes(claim.id) === false) {
      known.report(at, `“${other}” does not name “${claim.id}” in return`);
    }
  });
}

function checkSpeaker(known: Known, path: string, speaker: Speaker): void {
  if (speaker.type === 'entity') checkEntityId(known, `${path}.entity`, speaker.entity);
  if (speaker.type !== 'source' && speaker.via !== undefined) {
    checkEntityId(known, `${path}.via`, speaker.via);
  }
}

function checkEntityId(known: Known, path: string, id: string): void {
  if (!known.entities.has(id)) known.report(path, `there is no entity “${id}”`);
}

function checkClaimId(known: Known, path: string, id: string): void {
  if (!known.claims.has(id)) known.report(path, `there is no claim “${id}”`);
}

function recordsOf(pack: unknown, section: Section): readonly unknown[] {
  const records = isObject(pack) ? pack[section] : undefined;
  return Array.isArray(records) ? records : [];
}

function knownIds(pack: unknown, section: Section): Set<string> {
  return new Set(idsOf(pack, section).filter((id) => id !== null));
}

function idsOf(pack: unknown, section: Section): (string | null)[] {
  return recordsOf(pack, section).map((record) =>
    isObject(record) && typeof record['id'] === 'string' ? record['id'] : null,
  );
}

function validRecords<S extends v.GenericSchema>(
  pack: unknown,
  section: Section,
  schema: S,
): [number, v.InferOutput<S>][] {
  return recordsOf(pack, section).flatMap((record, index) => {
    const parsed = v.safeParse(schema, record);
    return parsed.success ? [[index, parsed.output] as [number, v.InferOutput<S>]] : [];
  });
}
