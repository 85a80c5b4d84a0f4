/** Which records change together when a reader saves, deletes or brings back own facts. */
import { ownFormsOf, standsFor } from '../core/clipping/clip-records';
import type { OwnSection } from '../core/clipping/clip-schema';
import type { FinishedClip } from '../core/clipping/finish-clip';
import { isTombstone } from '../core/clipping/history';
import type { Claim, Entity, Source } from '../core/facts/pack-schema';
import type { Section } from '../core/packs/import-event';
import type { OwnRecords } from './read-own-facts';
import type { RecordChange } from './record-edits';

/** `replaced`: id of the claim that the new one takes the place of. */
export function changesToSave(
  own: OwnRecords,
  { source, claim, entities }: Extract<FinishedClip, { ok: true }>,
  replaced: string | null,
): RecordChange[] {
  const before = own.claims.find(({ id }) => id === replaced);
  const id = replaced ?? claim.id;
  // What the form does not show stays as it was.
  const { notes, conflictsWith, respondsTo } = before ?? claim;
  const kept = { notes, conflictsWith, ...(respondsTo !== undefined && { respondsTo }) };
  const saved: Claim = { ...claim, ...kept, id };
  const rest = [...own.claims.filter((one) => one.id !== id), saved];
  return [
    put('sources', source.id, source),
    ...entities.map((entity) => put('entities', entity.id, entity)),
    put('claims', id, saved),
    ...(before ? leftOver(own, [before], rest) : []),
  ];
}

/** With a claim go its source and stand-ins, where nothing else needs them. */
export function changesToRemove(own: OwnRecords, section: OwnSection, id: string): RecordChange[] {
  const kept = section === 'entities' ? withoutOwnForms(own, id) : null;
  if (kept) return [put(section, id, kept)];
  const removed = section === 'claims' ? own.claims.filter((claim) => claim.id === id) : [];
  const rest = own.claims.filter((claim) => !removed.includes(claim));
  return [put(section, id, null), ...leftOver(own, removed, rest)];
}

/** What stands for a name of another pack stays as long as claims need it; null elsewhere. */
function withoutOwnForms({ entities, claims }: OwnRecords, id: string): Entity | null {
  const entity = entities.find((one) => one.id === id);
  const isNeeded = claims
    .flatMap(namedBy)
    .some((one) => one.section === 'entities' && one.id === id);
  if (!entity || standsFor(entity) === null || !isNeeded) return null;
  return { ...entity, aliases: entity.aliases.filter(({ text }) => text === entity.label) };
}

/** What it names comes back with it. */
export function changesToRestore(own: OwnRecords, section: OwnSection, id: string): RecordChange[] {
  const record = lastOf(own, section, id);
  if (!record) return [];
  const named = section === 'claims' ? namedBy(record as Claim) : [];
  const missing = named.filter(({ section: where, id: what }) => !isThere(own, where, what));
  return [
    ...missing.flatMap((one) => {
      const last = lastOf(own, one.section, one.id);
      return last ? [put(one.section, one.id, last)] : [];
    }),
    put(section, id, record),
  ];
}

function put(section: Section, id: string, record: unknown): RecordChange {
  return { section, id, record };
}

function leftOver(
  { entities }: OwnRecords,
  gone: readonly Claim[],
  rest: readonly Claim[],
): RecordChange[] {
  const needed = new Set(rest.flatMap(namedBy).map(nameOf));
  // One with forms of the reader's own is more than a stand-in.
  const standIns = new Set(
    entities
      .filter((one) => standsFor(one) !== null && ownFormsOf(one).length === 0)
      .map(({ id }) => id),
  );
  const unneeded = gone
    .flatMap(namedBy)
    .filter((one) => !needed.has(nameOf(one)))
    .filter(({ section, id }) => section === 'sources' || standIns.has(id));
  return [...new Map(unneeded.map((one) => [nameOf(one), one])).values()].map(({ section, id }) =>
    put(section, id, null),
  );
}

interface Named {
  readonly section: 'sources' | 'entities';
  readonly id: string;
}

function namedBy({ entities, speaker, evidence }: Claim): Named[] {
  return [
    ...evidence.map(({ source }): Named => ({ section: 'sources', id: source })),
    ...entities.map((id): Named => ({ section: 'entities', id })),
    ...(speaker.type === 'entity' ? [{ section: 'entities', id: speaker.entity } as const] : []),
  ];
}

function nameOf({ section, id }: Named): string {
  return `${section} ${id}`;
}

function isThere(own: OwnRecords, section: Named['section'], id: string): boolean {
  const records: readonly (Source | Entity)[] = own[section];
  return records.some((record) => record.id === id);
}

/** As it was when it was deleted; null where it was not. */
function lastOf({ edits }: OwnRecords, section: Section, id: string): object | null {
  const row = edits.find((one) => one.section === section && one.id === id);
  if (!row || !isTombstone(row.history)) return null;
  return row.history.edits[row.history.done - 1]?.before ?? null;
}
