/**
 * Entries of an imported pack as forms, and forms as changed entries. What the form does not show
 * stays as it was, so that an update of the pack finds only what the reader has changed.
 */
import * as v from 'valibot';
import { idOfKey, packOfKey } from '../facts/keys';
import type { Alias, Claim, Entity, Speaker } from '../facts/pack-schema';
import { aliasRule } from '../packs/alias-strength';
import { sentencesOf } from '../packs/draft-entity';
import { type ImportProblem, problemOf } from '../packs/import-problem';
import { cleanLine } from '../packs/text-hygiene';
import { type ChosenEntity, type ClipForm, ClipFormSchema, type NewName } from './clip-form';

const { entities, kind, text, date, speaker } = ClipFormSchema.entries;

/** What a claim says, apart from the words that it quotes. */
export const ClaimPartSchema = v.strictObject({ entities, kind, text, date, speaker });
export type ClaimPart = v.InferOutput<typeof ClaimPartSchema>;

/** `named` knows the entities of the claim's pack by their ids. */
export function claimPartOf(claim: Claim, named: (id: string) => ChosenEntity | null): ClaimPart {
  return {
    entities: claim.entities.flatMap((id) => named(id) ?? []),
    kind: claim.kind,
    text: claim.text,
    date: claim.date?.date ?? '',
    speaker: speakerPartOf(claim.speaker, named),
  };
}

function speakerPartOf(
  said: Speaker,
  named: (id: string) => ChosenEntity | null,
): ClipForm['speaker'] {
  if (said.type === 'entity') return { type: 'entity', entity: named(said.entity) };
  return said.type === 'unnamed'
    ? { type: 'unnamed', description: said.description }
    : { type: 'source' };
}

/** The claim with what the form says of it, not checked yet; or what cannot be said in its pack. */
export function changedClaim(
  claim: Claim,
  part: ClaimPart,
  pack: string,
): { readonly claim: unknown } | { readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const idFor = (chosen: ChosenEntity | null, path: string): string => {
    const isOfPack = chosen?.type === 'known' && packOfKey(chosen.key) === pack;
    if (isOfPack) return idOfKey(chosen.key);
    const code = chosen ? 'unknown-entity' : 'missing-field';
    problems.push(problemOf(code, { path }, chosen ? { id: chosen.label } : {}));
    return '';
  };
  if (part.entities.length === 0) {
    problems.push(problemOf('missing-field', { path: 'claim.entities' }));
  }
  if (part.text.trim() === '') problems.push(problemOf('missing-field', { path: 'claim.text' }));
  const about = part.entities.map((one, index) => idFor(one, `entities[${index}]`));
  const said = changedSpeaker(claim.speaker, part.speaker, (one) => idFor(one, 'claim.speaker'));
  if (problems.length > 0) return { problems };
  const { date: before, ...rest } = claim;
  const day = part.date.trim();
  const when = day === before?.date ? before : { date: day, basis: 'stated' };
  return {
    claim: {
      ...rest,
      entities: [...new Set(about)],
      kind: part.kind,
      text: part.text.trim(),
      speaker: said,
      ...(day !== '' && { date: when }),
    },
  };
}

/** Through whom the source has it is no longer known of another speaker. */
function changedSpeaker(
  before: Speaker,
  part: ClaimPart['speaker'],
  idFor: (chosen: ChosenEntity | null) => string,
): unknown {
  if (part.type === 'source') return part;
  if (part.type === 'unnamed') {
    const description = part.description.trim();
    const isSame = before.type === 'unnamed' && before.description === description;
    return isSame ? before : { type: 'unnamed', description };
  }
  const entity = idFor(part.entity);
  return before.type === 'entity' && before.entity === entity ? before : { type: 'entity', entity };
}

export function namePartOf({ label, kind: sort, aliases, summary }: Entity): NewName {
  return {
    type: 'new',
    label,
    kind: sort,
    aliases: aliases.map((alias) => alias.text).filter((form) => form !== label),
    description: summary.map((sentence) => sentence.text).join(' '),
  };
}

/** The entity with what the form says of it, not checked yet. */
export function changedEntity(entity: Entity, name: NewName): unknown {
  const label = cleanLine(name.label);
  const forms = [...new Set([label, ...name.aliases.map(cleanLine)])].filter((one) => one !== '');
  const before = namePartOf(entity);
  const isSameWords = cleanLine(name.description) === cleanLine(before.description);
  return {
    ...entity,
    kind: name.kind,
    label,
    labelBasis: label === entity.label ? entity.labelBasis : 'editorial',
    summary: isSameWords
      ? entity.summary
      : sentencesOf(name.description).map((sentence) => ({ text: sentence, basis: 'editorial' })),
    aliases: inOldOrder(entity.aliases, forms).map((form) => aliasFor(entity, form, name.kind)),
  };
}

/** As the pack has them, so that a change of one form is no change of the others' places. */
function inOldOrder(aliases: readonly Alias[], forms: readonly string[]): string[] {
  const kept = aliases.map((alias) => alias.text).filter((form) => forms.includes(form));
  return [...kept, ...forms.filter((form) => !kept.includes(form))];
}

function aliasFor(entity: Entity, form: string, sort: Entity['kind']): Alias {
  const known = entity.aliases.find((alias) => alias.text === form);
  if (known) return known;
  return { text: form, lang: 'und', ...aliasRule(form, sort), basis: 'editorial' };
}
