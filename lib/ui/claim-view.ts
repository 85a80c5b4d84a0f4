/** What a claim's lines say, worked out from card data without drawing anything. */
import type { Corroboration, EntityCard } from '../core/facts/card';
import type { Claim, Evidence, Source, Speaker } from '../core/facts/pack-schema';
import { formatDate } from './format-date';
import { strings } from './strings';

/** Titles of news articles run on; a name for the source has to fit into half a line. */
const SHORT_TITLE_CHARS = 36;

export function sourceOf(card: EntityCard, id: string): Source | undefined {
  return card.sources.find((source) => source.id === id);
}

export function labelOf(card: EntityCard, id: string): string {
  return id === card.entity.id ? card.entity.label : (card.entities[id]?.label ?? id);
}

/** The publisher where the pack knows it, else the beginning of the title in quotation marks. */
export function sourceName(source: Source | undefined): string {
  if (!source) return strings.card.unknownSource;
  return source.publisher ?? `“${shortTitle(source.title)}”`;
}

export function shortTitle(title: string): string {
  if (title.length <= SHORT_TITLE_CHARS) return title;
  const cut = title.slice(0, SHORT_TITLE_CHARS + 1);
  const end = cut.lastIndexOf(' ');
  // Titles without spaces (Chinese) are cut at the length itself, but never inside a character.
  const kept =
    end > SHORT_TITLE_CHARS / 2
      ? cut.slice(0, end)
      : Array.from(title).slice(0, SHORT_TITLE_CHARS).join('');
  return `${kept.replace(/[\s.,:;–—-]+$/, '')}…`;
}

/** Who asserts the claim, over all its evidence; null where it is a source that is not given. */
export function claimSpeaker(card: EntityCard, claim: Claim): string | null {
  if (claim.speaker.type !== 'source') return speakerName(card, claim.speaker);
  const own = claim.evidence.filter((evidence) => !evidence.speaker);
  const names = own.map((evidence) => sourceName(sourceOf(card, evidence.source)));
  const [first, ...others] = new Set(names);
  if (first === undefined) return null;
  return others.length === 0 ? first : strings.card.andMore(first, others.length);
}

/** Who says it in this one source, where that is somebody other than the claim's own speaker. */
export function evidenceSpeaker(card: EntityCard, evidence: Evidence): string | null {
  if (!evidence.speaker) return null;
  if (evidence.speaker.type === 'source') return sourceName(sourceOf(card, evidence.source));
  return speakerName(card, evidence.speaker);
}

function speakerName(card: EntityCard, speaker: Exclude<Speaker, { type: 'source' }>): string {
  const name = speaker.type === 'entity' ? labelOf(card, speaker.entity) : speaker.description;
  return speaker.via ? `${name}, ${strings.card.via(labelOf(card, speaker.via))}` : name;
}

/** "machine translation from Korean"; null where the source is read in its own words. */
export function translationRemark(source: Source, locale = 'en'): string | null {
  if (source.translation === 'none') return null;
  const kind = strings.translation[source.translation];
  const from = source.originalLanguage;
  // A text that was translated there and back comes "from" its own language: say no more.
  if (!from || baseLanguage(from) === baseLanguage(source.language)) return kind;
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(baseLanguage(from));
  return name ? strings.translation.from(kind, name) : kind;
}

function baseLanguage(tag: string): string {
  return tag.split('-')[0] ?? tag;
}

/** "The Paper, about July 2021, machine translation": all that stands under an excerpt but the title. */
export function sourceDetails(source: Source): string[] {
  return [source.published && formatDate(source.published.date), translationRemark(source)].filter(
    (part): part is string => Boolean(part),
  );
}

export function corroborationText(counts: Corroboration | undefined): string {
  if (!counts || counts.sources === 0) return strings.corroboration.none;
  if (counts.sources === 1) return strings.corroboration.single(counts.ofSources);
  const several = strings.corroboration.several(counts.sources, counts.ofSources);
  return counts.speakers === 1 ? `${several}, ${strings.corroboration.oneVoice}` : several;
}

export interface LinkedClaims {
  readonly conflicts: readonly Claim[];
  /** Denials and answers to this claim. */
  readonly responses: readonly Claim[];
  /** The claim that this one denies or answers. */
  readonly answered: Claim | undefined;
}

/** The claims that this one must not be read without. */
export function linkedClaims(card: EntityCard, claim: Claim): LinkedClaims {
  const known = [...card.claims, ...card.linkedClaims];
  return {
    conflicts: known.filter(
      (other) =>
        other.id !== claim.id &&
        (claim.conflictsWith.includes(other.id) || other.conflictsWith.includes(claim.id)),
    ),
    responses: known.filter((other) => other.respondsTo === claim.id),
    answered: known.find((other) => other.id === claim.respondsTo),
  };
}

/** The card's claims with the sought one first; the order stays as it is for the others. */
export function claimsFrom(card: EntityCard, sought: string | undefined): readonly Claim[] {
  const first = card.claims.find((claim) => claim.id === sought);
  return first ? [first, ...card.claims.filter((claim) => claim !== first)] : card.claims;
}
