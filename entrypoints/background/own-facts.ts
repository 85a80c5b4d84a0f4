/** The reader's own facts: saving, listing, deleting, and every way back. */
import type { ClipForm, NewName } from '../../lib/core/clipping/clip-form';
import { formOfClaim } from '../../lib/core/clipping/clip-form-of';
import {
  clipRecords,
  nameRecord,
  standInFor,
  standsFor,
} from '../../lib/core/clipping/clip-records';
import type { OwnSection, Saved } from '../../lib/core/clipping/clip-schema';
import { OWN_PACK_ID, ownPackMeta } from '../../lib/core/clipping/own-pack';
import { changedEntity, namePartOf } from '../../lib/core/clipping/record-forms';
import { idOfKey, packOfKey, toKey } from '../../lib/core/facts/keys';
import type { Entity } from '../../lib/core/facts/pack-schema';
import { checkRecord } from '../../lib/core/packs/check-record';
import type { Section } from '../../lib/core/packs/import-event';
import { type ImportProblem, problemOf } from '../../lib/core/packs/import-problem';
import type { Handlers } from '../../lib/messaging/serve';
import type { FactDb } from '../../lib/storage/fact-db';
import { changesToRemove, changesToRestore, changesToSave } from '../../lib/storage/own-changes';
import { readCard } from '../../lib/storage/read-facts';
import { type OwnRecords, readOwnFacts, readOwnRecords } from '../../lib/storage/read-own-facts';
import { changeRecords, type EditOutcome, type RecordChange } from '../../lib/storage/record-edits';
import { t } from '../../lib/ui/message';
import { factsChanged, openFacts } from './facts';
import { inEditTurn } from './in-edit-turn';
import { wordsKnown } from './language';

export const ownFactHandlers: Pick<
  Handlers,
  'getOwnFacts' | 'getOwnClaim' | 'removeOwn' | 'restoreOwn'
> = {
  getOwnFacts: async () => readOwnFacts(await openFacts()),
  async getOwnClaim({ claim }) {
    return { form: await readForm(await openFacts(), idOfKey(claim)) };
  },
  removeOwn: (named) => changeOwn(named, changesToRemove),
  restoreOwn: (named) => changeOwn(named, changesToRestore),
};

/** `replaced`: ClaimKey of the claim that the form was made of. */
export function saveClaim(form: ClipForm, replaced: string | null): Promise<Saved> {
  return inEditTurn(async () => {
    const db = await openFacts();
    await wordsKnown();
    const own = await readOwnRecords(db);
    const known = await readChosen(db, form, own);
    const finished = clipRecords(form, {
      unknownStance: t('clip_stance_unknown'),
      isOther: (section, id) => isTaken(own, section, id),
      known: (key) => known.get(key) ?? null,
    });
    if (!finished.ok) return { ok: false, problems: finished.problems.map(plain) };
    const id = replaced === null ? null : idOfKey(replaced);
    const changes = changesToSave(own, finished, id);
    return write(db, changes, id ?? finished.claim.id);
  });
}

/** `replaced`: EntityKey of the name that is changed. */
export function saveName(name: NewName, replaced: string | null): Promise<Saved> {
  return inEditTurn(async () => {
    const db = await openFacts();
    const own = await readOwnRecords(db);
    const before = own.entities.find(({ id }) => replaced !== null && id === idOfKey(replaced));
    // What it stands for is no part of the form.
    if (before && standsFor(before) !== null) return writeName(db, before, name);
    const made = nameRecord(name, (id) => isTaken(own, 'entities', id), 'entity');
    if ('code' in made) return { ok: false, problems: [plain(made)] };
    const id = replaced === null ? made.id : idOfKey(replaced);
    return write(db, [{ section: 'entities', id, record: { ...made, id } }], id);
  });
}

/**
 * Another written form of a name that is known. Names of the reader's own and of imported packs
 * are changed; what comes with us stays as it is, and something of the reader's own stands for it.
 */
export function saveForm(form: string, key: string): Promise<Saved> {
  return inEditTurn(async () => {
    if (form.trim() === '') {
      return { ok: false, problems: [plain(problemOf('missing-field', { path: 'entity' }))] };
    }
    const db = await openFacts();
    const card = await readCard(db, key);
    if (!card) throw new Error(`${key} is gone`);
    const { entity, pack } = card;
    const own = await readOwnRecords(db);
    const isOther = (id: string): boolean => isTaken(own, 'entities', id);
    const changed =
      pack.origin === 'bundled'
        ? (own.entities.find((one) => standsFor(one) === key) ?? standInFor(key, entity, isOther))
        : entity;
    const name = namePartOf(changed);
    const more = { ...name, aliases: [...name.aliases, form] };
    const home = pack.origin === 'imported' ? pack.id : OWN_PACK_ID;
    return writeName(db, changed, more, home);
  });
}

async function writeName(
  db: FactDb,
  before: Entity,
  name: NewName,
  pack = OWN_PACK_ID,
): Promise<Saved> {
  const checked = checkRecord('entities', changedEntity(before, name), { path: 'entity' });
  if (!checked.ok) return { ok: false, problems: [plain(checked.problem)] };
  const { record } = checked.record;
  return write(db, [{ section: 'entities', id: before.id, record }], before.id, pack);
}

async function write(
  db: FactDb,
  changes: readonly RecordChange[],
  id: string,
  pack = OWN_PACK_ID,
): Promise<Saved> {
  await wordsKnown();
  const ownMeta = ownPackMeta(t('clip_own'), t('clip_own_help'));
  const outcome = await changeRecords(db, pack, changes, { ownMeta });
  if (outcome.ok) {
    await factsChanged();
    return { ok: true, key: toKey(pack, id) };
  }
  const { problem } = outcome;
  if (problem.reason !== 'bad-record') throw new Error(`The change was refused: ${problem.reason}`);
  const { code, place, values } = problem;
  return { ok: false, problems: [plain({ code, place, values })] };
}

async function changeOwn(
  { key, section }: { key: string; section: OwnSection },
  changesFor: (own: OwnRecords, section: OwnSection, id: string) => RecordChange[],
): Promise<{ done: boolean }> {
  return inEditTurn(async () => {
    const db = await openFacts();
    const changes = changesFor(await readOwnRecords(db), section, idOfKey(key));
    if (changes.length === 0) return { done: false };
    return { done: await told(await changeRecords(db, OWN_PACK_ID, changes)) };
  });
}

/** Lets everybody know, where something has changed. */
async function told(outcome: EditOutcome): Promise<boolean> {
  if (outcome.ok) await factsChanged();
  return outcome.ok;
}

async function readForm(db: FactDb, id: string): Promise<ClipForm | null> {
  const { claims, sources, entities } = await readOwnRecords(db);
  const claim = claims.find((one) => one.id === id);
  const source = sources.find((one) => one.id === claim?.evidence[0]?.source);
  if (!claim || !source) return null;
  return formOfClaim(claim, source, (entityId) => {
    const entity = entities.find((one) => one.id === entityId);
    if (!entity) return null;
    const { label, kind } = entity;
    return { key: toKey(OWN_PACK_ID, entity.id), label, kind };
  });
}

/** The entities of other packs that the form names, each with its stand-in if there is one. */
async function readChosen(db: FactDb, form: ClipForm, own: OwnRecords) {
  const { speaker } = form;
  const chosen = [...form.entities, ...(speaker.type === 'entity' ? [speaker.entity] : [])];
  const keys = chosen.flatMap((one) => (one?.type === 'known' ? [one.key] : []));
  const found = new Map<string, { entity: Entity; standIn?: string }>();
  for (const key of new Set(keys)) {
    if (packOfKey(key) === OWN_PACK_ID) continue;
    const card = await readCard(db, key);
    const standIn = own.entities.find((entity) => standsFor(entity) === key)?.id;
    if (card) found.set(key, { entity: card.entity, ...(standIn !== undefined && { standIn }) });
  }
  return found;
}

function isTaken({ sources, entities, claims, edits }: OwnRecords, section: Section, id: string) {
  const records = { sources, entities, claims, relations: [] }[section];
  return (
    records.some((record) => record.id === id) ||
    edits.some((edit) => edit.section === section && edit.id === id)
  );
}

function plain({ code, place, values }: ImportProblem) {
  return { code, place, values: { ...values } };
}
