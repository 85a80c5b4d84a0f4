/** A filled-in form as the records of the reader's own pack, or what is wrong with its fields. */
import { idOfKey, packOfKey } from '../facts/keys';
import { type Alias, type Entity, MAX_IDENTIFIERS } from '../facts/pack-schema';
import { checkRecord } from '../packs/check-record';
import type { Section } from '../packs/import-event';
import { type ImportProblem, problemOf } from '../packs/import-problem';
import { cleanAddress } from '../packs/web-address';
import type { ClipDraft, DraftClaim } from './clip-draft';
import type { ChosenEntity, ClipForm, NewName } from './clip-form';
import { type FinishedClip, finishClip, ownEntity } from './finish-clip';
import { OWN_PACK_ID, ownId } from './own-pack';

export interface RecordOptions {
  /** In the reader's language: that nobody has looked at whose view the source takes. */
  readonly unknownStance: string;
  /** Whether an id of the own pack is taken. */
  readonly isOther: (section: Section, id: string) => boolean;
  /** What is known of an entity of another pack, and the id of its stand-in if there is one. */
  readonly known: (key: string) => { readonly entity: Entity; readonly standIn?: string } | null;
}

/** Problems' paths begin with `source.`, `claim.` or `entities[0].`, the place in the form's list. */
export function clipRecords(form: ClipForm, options: RecordOptions): FinishedClip {
  const made: Entity[] = [];
  const problems = missingIn(form);
  const idFor = (chosen: ChosenEntity, path: string): string | null => {
    const outcome = entityFor(chosen, options, made, path);
    if (typeof outcome === 'string') return outcome;
    if ('code' in outcome) {
      problems.push(outcome);
      return null;
    }
    made.push(outcome);
    return outcome.id;
  };
  const entities = form.entities.flatMap(
    (chosen, index) => idFor(chosen, `entities[${index}]`) ?? [],
  );
  const speaker = speakerOf(form, (chosen) => idFor(chosen, 'claim.speaker'));
  if (!speaker) problems.push(problemOf('missing-field', { path: 'claim.speaker' }));
  const draft = draftOf(form, [...new Set(entities)], speaker ?? { type: 'source' });
  const finished = finishClip(draft, { ...options, newEntities: made });
  if (problems.length === 0) return finished;
  return { ok: false, problems: [...problems, ...(finished.ok ? [] : finished.problems)] };
}

/** All at once, since the check of a record ends at the first thing that is wrong with it. */
function missingIn({ entities, text, source, speaker }: ClipForm): ImportProblem[] {
  const missing = [
    ...(entities.length === 0 ? ['claim.entities'] : []),
    ...(text.trim() === '' ? ['claim.text'] : []),
    ...(source.title.trim() === '' ? ['source.title'] : []),
    ...(speaker.type === 'unnamed' && speaker.description.trim() === '' ? ['claim.speaker'] : []),
  ];
  return missing.map((path) => problemOf('missing-field', { path }));
}

/** A name of the reader's own, checked. Paths of its problems begin with `path`. */
export function nameRecord(
  name: NewName,
  isOther: (id: string) => boolean,
  path: string,
): Entity | ImportProblem {
  const { label, kind, aliases, description } = name;
  const drafted = ownEntity({ label, kind, names: aliases, description }, isOther);
  const checked = checkRecord('entities', drafted, { path });
  if (!checked.ok) return checked.problem;
  const { record } = checked;
  return record.section === 'entities' ? record.record : problemOf('bad-shape', { path });
}

/** An id of the own pack, an entity to be put in it, or what is wrong. */
function entityFor(
  chosen: ChosenEntity,
  options: RecordOptions,
  made: readonly Entity[],
  path: string,
): string | Entity | ImportProblem {
  const isTaken = (id: string): boolean =>
    made.some((entity) => entity.id === id) || options.isOther('entities', id);
  if (chosen.type === 'new') return nameRecord(chosen, isTaken, path);
  if (packOfKey(chosen.key) === OWN_PACK_ID) return idOfKey(chosen.key);
  const known = options.known(chosen.key);
  if (!known) return problemOf('unknown-entity', { path }, { id: chosen.label });
  if (known.standIn !== undefined) return known.standIn;
  const twin = made.find((entity) => standsFor(entity) === chosen.key);
  return twin ? twin.id : standInFor(chosen.key, known.entity, isTaken);
}

/** Registers' names for things have a scheme; ours is the key that the fact base knows it by. */
export const STAND_IN_SCHEME = 'glossator';

/**
 * An entity of the own pack that stands for one of another pack, since a pack's claims can only
 * name its own. It says which one it stands for, and has one written form only.
 */
export function standInFor(key: string, entity: Entity, isOther: (id: string) => boolean): Entity {
  const label = entity.aliases.find(({ text }) => text === entity.label);
  // A pack may say of its own that they stand for something, too.
  const numbers = (entity.identifiers ?? []).filter(({ scheme }) => scheme !== STAND_IN_SCHEME);
  return {
    id: ownId(entity.label, ['stand-in', key], isOther),
    kind: entity.kind,
    label: entity.label,
    labelBasis: 'editorial',
    nativeLabels: [],
    summary: [],
    aliases: [
      {
        text: entity.label,
        lang: label?.lang ?? 'und',
        strength: label?.strength ?? 'weak',
        case: label?.case ?? 'initial',
        basis: 'editorial',
      },
    ],
    identifiers: [
      ...numbers.slice(0, MAX_IDENTIFIERS - 1),
      { scheme: STAND_IN_SCHEME, value: key },
    ],
  };
}

/** The key of the entity that one of the own pack stands for; null where it is the reader's own. */
export function standsFor(entity: Pick<Entity, 'identifiers'>): string | null {
  return entity.identifiers?.find(({ scheme }) => scheme === STAND_IN_SCHEME)?.value ?? null;
}

/** Forms that the reader has added to a name of another pack. */
export function ownFormsOf({ label, aliases }: Pick<Entity, 'label' | 'aliases'>): Alias[] {
  return aliases.filter((alias) => alias.text !== label);
}

function speakerOf(
  { speaker }: ClipForm,
  idFor: (chosen: ChosenEntity) => string | null,
): DraftClaim['speaker'] | null {
  if (speaker.type === 'source') return speaker;
  if (speaker.type === 'unnamed')
    return { type: 'unnamed', description: speaker.description.trim() };
  const entity = speaker.entity && idFor(speaker.entity);
  return entity === null ? null : { type: 'entity', entity };
}

/** Entities and speaker by their ids in the own pack. */
export function draftOf(
  form: ClipForm,
  entities: string[],
  speaker: DraftClaim['speaker'],
): ClipDraft {
  const { excerpt, source, kind, text, date } = form;
  const said = (value: string): string => value.trim();
  const url = said(source.url);
  return {
    excerpt,
    source: {
      // What is no address is for the check to refuse.
      ...(url !== '' && { url: cleanAddress(url) ?? url }),
      ...(source.retrieved !== '' && { retrieved: source.retrieved }),
      title: said(source.title),
      ...(said(source.publisher) !== '' && { publisher: said(source.publisher) }),
      ...(said(source.author) !== '' && { author: said(source.author) }),
      ...(said(source.published) !== '' && {
        published: { date: said(source.published), basis: 'stated' as const },
      }),
      language: said(source.language) === '' ? 'und' : said(source.language),
    },
    claim: {
      kind,
      text: said(text),
      entities,
      speaker,
      ...(said(date) !== '' && { date: { date: said(date), basis: 'stated' as const } }),
    },
  };
}
