/** Entries of imported packs as the reader changes them. What comes with us cannot be changed. */
import * as v from 'valibot';
import type { ChosenEntity } from '../../lib/core/clipping/clip-form';
import type { Saved } from '../../lib/core/clipping/clip-schema';
import {
  changedClaim,
  changedEntity,
  claimPartOf,
  namePartOf,
} from '../../lib/core/clipping/record-forms';
import { idOfKey, packOfKey, toKey } from '../../lib/core/facts/keys';
import type { Claim } from '../../lib/core/facts/pack-schema';
import { checkRecord } from '../../lib/core/packs/check-record';
import type { Section } from '../../lib/core/packs/import-event';
import type { ImportProblem } from '../../lib/core/packs/import-problem';
import type { Handlers } from '../../lib/messaging/serve';
import { isChanged, readEditRow } from '../../lib/storage/edit-history';
import {
  ClaimRowSchema,
  EntityRowSchema,
  type FactDb,
  PackRowSchema,
  SourceRowSchema,
} from '../../lib/storage/fact-db';
import { storeOfRow } from '../../lib/storage/pack-store';
import { changeRecords } from '../../lib/storage/record-edits';
import { factsChanged, openFacts } from './facts';
import { inEditTurn } from './in-edit-turn';

export const packEditHandlers: Pick<
  Handlers,
  'getPackClaim' | 'savePackClaim' | 'getPackName' | 'savePackName' | 'revertPackRecord'
> = {
  async getPackClaim({ claim: key }) {
    const pack = await openPack(key);
    const claim = pack && (await readClaim(pack.store, key));
    if (!pack || !claim) return { found: null };
    const named = await readNames(pack.store, pack.id, claim);
    return {
      found: {
        pack: pack.title,
        isEdited: await isEdited(pack.db, key, 'claims'),
        part: claimPartOf(claim, (id) => named.get(id) ?? null),
        excerpts: await readExcerpts(pack.store, pack.id, claim),
        about: toKey(pack.id, claim.entities[0] ?? ''),
      },
    };
  },
  savePackClaim: ({ claim: key, part }) =>
    inEditTurn(async () => {
      const pack = await openPack(key);
      const claim = pack && (await readClaim(pack.store, key));
      if (!pack || !claim) throw new Error(`${key} is gone`);
      const changed = changedClaim(claim, part, pack.id);
      if ('problems' in changed) return refused(changed.problems);
      return save(pack.db, key, 'claims', changed.claim, 'claim');
    }),
  async getPackName({ entity: key }) {
    const pack = await openPack(key);
    const row = v.safeParse(EntityRowSchema, await pack?.store.entities.get(key));
    if (!pack || !row.success) return { found: null };
    return {
      found: {
        pack: pack.title,
        isEdited: await isEdited(pack.db, key, 'entities'),
        name: namePartOf(row.output.entity),
      },
    };
  },
  savePackName: ({ entity: key, name }) =>
    inEditTurn(async () => {
      const pack = await openPack(key);
      const row = v.safeParse(EntityRowSchema, await pack?.store.entities.get(key));
      if (!pack || !row.success) throw new Error(`${key} is gone`);
      const changed = changedEntity(row.output.entity, name);
      return save(pack.db, key, 'entities', changed, 'entity');
    }),
  revertPackRecord: ({ key, section }) =>
    inEditTurn(async () => {
      const db = await openFacts();
      const edit = await readEditRow(db, packOfKey(key), { section, id: idOfKey(key) });
      if (!edit?.shipped) return { ok: true, key };
      return save(db, key, section, edit.shipped, section === 'claims' ? 'claim' : 'entity');
    }),
};

interface OpenPack {
  readonly db: FactDb;
  /** That holds its rows. */
  readonly store: FactDb;
  readonly id: string;
  readonly title: string;
}

/** Null where the key is of no imported pack. */
async function openPack(key: string): Promise<OpenPack | null> {
  const db = await openFacts();
  const row = v.safeParse(PackRowSchema, await db.packs.get(packOfKey(key)));
  if (!row.success || row.output.origin !== 'imported') return null;
  const { id, title } = row.output;
  return { db, store: await storeOfRow(db, row.output), id, title };
}

async function readClaim(store: FactDb, key: string): Promise<Claim | null> {
  const row = v.safeParse(ClaimRowSchema, await store.claims.get(key));
  return row.success ? row.output.claim : null;
}

async function readNames(
  store: FactDb,
  pack: string,
  { entities, speaker }: Claim,
): Promise<Map<string, ChosenEntity>> {
  const ids = [...entities, ...(speaker.type === 'entity' ? [speaker.entity] : [])];
  const rows: unknown[] = await store.entities.bulkGet(ids.map((id) => toKey(pack, id)));
  return new Map(
    rows.flatMap((row) => {
      const parsed = v.safeParse(EntityRowSchema, row);
      if (!parsed.success) return [];
      const { id, label, kind } = parsed.output.entity;
      return [[id, { type: 'known', key: toKey(pack, id), label, kind }] as const];
    }),
  );
}

async function readExcerpts(store: FactDb, pack: string, { evidence }: Claim) {
  const keys = evidence.map(({ source }) => toKey(pack, source));
  const rows: unknown[] = await store.sources.bulkGet(keys);
  return evidence.map(({ exact, source }, index) => {
    const parsed = v.safeParse(SourceRowSchema, rows[index]);
    return { exact, source: parsed.success ? parsed.output.source.title : source };
  });
}

async function isEdited(db: FactDb, key: string, section: Section): Promise<boolean> {
  const edit = await readEditRow(db, packOfKey(key), { section, id: idOfKey(key) });
  return edit !== null && isChanged(edit);
}

/** Problems' paths begin with `path`, as the form's fields have it. */
async function save(
  db: FactDb,
  key: string,
  section: Section,
  record: unknown,
  path: string,
): Promise<Saved> {
  const checked = checkRecord(section, record, { path });
  if (!checked.ok) return refused([checked.problem]);
  const change = { section, id: idOfKey(key), record };
  const outcome = await changeRecords(db, packOfKey(key), [change]);
  if (outcome.ok) {
    const { change } = outcome;
    if (change === undefined) return { ok: true, key };
    await factsChanged();
    return { ok: true, key, change };
  }
  const { problem } = outcome;
  if (problem.reason !== 'bad-record') throw new Error(`The change was refused: ${problem.reason}`);
  const { code, place, values } = problem;
  return refused([{ code, place, values }]);
}

function refused(problems: readonly ImportProblem[]): Saved {
  return {
    ok: false,
    problems: problems.map(({ code, place, values }) => ({ code, place, values: { ...values } })),
  };
}
