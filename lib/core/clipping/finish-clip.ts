/** A finished draft to the rows of the reader's own pack, or what still keeps it from being one. */
import type { Claim, Entity, Source } from '../facts/pack-schema';
import { checkRecord } from '../packs/check-record';
import { draftEntity, type ListedEntity } from '../packs/draft-entity';
import type { Section } from '../packs/import-event';
import type { ImportProblem } from '../packs/import-problem';
import type { ClipDraft } from './clip-draft';
import { ownId, ownSourceId } from './own-pack';

export interface FinishOptions {
  /** Entities that the reader makes with this clipping; the claim names them by their ids. */
  readonly newEntities?: readonly Entity[];
  /** In the reader's language: that nobody has looked at whose view the source takes. */
  readonly unknownStance: string;
  /** Whether an id of the own pack names another record than this one. */
  readonly isOther: (section: Section, id: string) => boolean;
}

export type FinishedClip =
  | {
      readonly ok: true;
      readonly source: Source;
      readonly claim: Claim;
      readonly entities: readonly Entity[];
    }
  /** Paths begin with `source.`, `claim.` or `entities[0].`. */
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

export function finishClip(draft: ClipDraft, options: FinishOptions): FinishedClip {
  const { excerpt, source: drafted, claim } = draft;
  const source = {
    ...drafted,
    id: ownSourceId(drafted),
    translation: 'unknown',
    stance: options.unknownStance,
  };
  const content = [excerpt.exact, source.id, claim.text, ...claim.entities];
  const made = {
    ...claim,
    id: ownId(claim.text, content, (id) => options.isOther('claims', id)),
    notes: [],
    conflictsWith: [],
    evidence: [{ source: source.id, ...excerpt }],
  };
  const checks = [
    checkRecord('sources', source, { path: 'source' }),
    checkRecord('claims', made, { path: 'claim' }),
    ...(options.newEntities ?? []).map((entity, index) =>
      checkRecord('entities', entity, { path: `entities[${index}]` }),
    ),
  ];
  const problems = checks.flatMap((checked) => (checked.ok ? [] : [checked.problem]));
  if (problems.length > 0) return { ok: false, problems };
  const records = checks.flatMap((checked) => (checked.ok ? [checked.record] : []));
  const finished = { entities: [] as Entity[] } as {
    source?: Source;
    claim?: Claim;
    entities: Entity[];
  };
  for (const one of records) {
    if (one.section === 'sources') finished.source = one.record;
    else if (one.section === 'claims') finished.claim = one.record;
    else if (one.section === 'entities') finished.entities.push(one.record);
  }
  if (!finished.source || !finished.claim) return { ok: false, problems };
  return { ok: true, source: finished.source, claim: finished.claim, entities: finished.entities };
}

/** An entity made from a selection. Its id is free, so that two of one name stay two. */
export function ownEntity(listed: ListedEntity, isOther: (id: string) => boolean): unknown {
  const id = ownId(listed.label, [listed.kind], isOther);
  return draftEntity({ ...listed, id });
}
