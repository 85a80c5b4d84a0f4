/** The reader's own facts as they are listed, and what was deleted. */
import * as v from 'valibot';
import type { NewName } from '../core/clipping/clip-form';
import { ownFormsOf, standsFor } from '../core/clipping/clip-records';
import type { OwnFacts, OwnSection } from '../core/clipping/clip-schema';
import { isTombstone } from '../core/clipping/history';
import { OWN_PACK_ID } from '../core/clipping/own-pack';
import { wordsOfRecord } from '../core/clipping/past-states';
import { toKey } from '../core/facts/keys';
import { type Claim, type Entity, EntitySchema, type Source } from '../core/facts/pack-schema';
import {
  ClaimRowSchema,
  type EditRow,
  EditRowSchema,
  EntityRowSchema,
  type FactDb,
  SourceRowSchema,
} from './fact-db';
import { rowsOfPack } from './pack-rows';
import { storeOf } from './pack-store';
import { validRows } from './valid-rows';

export interface OwnRecords {
  readonly sources: readonly Source[];
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
  readonly edits: readonly EditRow[];
}

export async function readOwnRecords(db: FactDb): Promise<OwnRecords> {
  const store = await storeOf(db, OWN_PACK_ID);
  const tables = [store.sources, store.entities, store.claims, store.edits];
  return store.transaction('r', tables, async () => ({
    sources: validRows(SourceRowSchema, await rowsOfPack(store.sources, OWN_PACK_ID).toArray()).map(
      ({ source }) => source,
    ),
    entities: validRows(
      EntityRowSchema,
      await rowsOfPack(store.entities, OWN_PACK_ID).toArray(),
    ).map(({ entity }) => entity),
    claims: validRows(ClaimRowSchema, await rowsOfPack(store.claims, OWN_PACK_ID).toArray()).map(
      ({ claim }) => claim,
    ),
    edits: validRows(EditRowSchema, await rowsOfPack(store.edits, OWN_PACK_ID).toArray()),
  }));
}

export async function readOwnFacts(db: FactDb): Promise<OwnFacts> {
  const { sources, entities, claims, edits } = await readOwnRecords(db);
  const labels = new Map(entities.map(({ id, label }) => [id, label]));
  const madeAt = new Map(edits.map(({ section, id, history }) => [`${section} ${id}`, history]));
  const since = (section: OwnSection, id: string): string =>
    madeAt.get(`${section} ${id}`)?.edits[0]?.at ?? '';
  const changes = (await (await storeOf(db, OWN_PACK_ID)).changes.toArray()).filter(
    ({ pack }) => pack === OWN_PACK_ID,
  );
  return {
    claims: [...claims]
      .sort((a, b) => compare(since('claims', a.id), since('claims', b.id)))
      .map((claim) => ({
        key: toKey(OWN_PACK_ID, claim.id),
        text: claim.text,
        exact: claim.evidence[0]?.exact ?? '',
        entities: claim.entities.map((id) => labels.get(id) ?? id),
        source: claim.evidence[0]?.source ?? '',
      })),
    sources: sources.map(({ id, title, url, published }) => ({
      ...{ id, title, url: url ?? null, published: published?.date ?? null },
    })),
    names: entities
      .filter((entity) => standsFor(entity) === null || ownFormsOf(entity).length > 0)
      .map((entity) => ({ key: toKey(OWN_PACK_ID, entity.id), name: nameOf(entity) })),
    deleted: edits.flatMap((row) => deletedOf(row) ?? []),
    canUndo: changes.some(({ isUndone }) => !isUndone),
    canRedo: changes.some(({ isUndone }) => isUndone),
  };
}

function nameOf({ label, kind, aliases, summary }: Entity): NewName {
  return {
    type: 'new',
    label,
    kind,
    aliases: aliases.map(({ text }) => text).filter((text) => text !== label),
    description: summary.map(({ text }) => text).join(' '),
  };
}

function deletedOf(row: EditRow): OwnFacts['deleted'][number] | null {
  const { section, id, history } = row;
  if ((section !== 'claims' && section !== 'entities') || !isTombstone(history)) return null;
  const last = history.edits[history.done - 1];
  const entity = v.safeParse(EntitySchema, last?.before);
  const isStandIn = entity.success && standsFor(entity.output) !== null;
  if (isStandIn && ownFormsOf(entity.output).length === 0) return null;
  const { text } = wordsOfRecord(last?.before);
  return { key: toKey(OWN_PACK_ID, id), section, text: text ?? id, at: last?.at ?? '' };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
