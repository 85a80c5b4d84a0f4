/** What a claim's lines say, worked out from card data without drawing anything. */
import type { Corroboration, EntityCard } from '../core/facts/card';
import { type ClaimKey, idOfKey, packOfKey } from '../core/facts/keys';
import type { Claim, Evidence, Source, Speaker } from '../core/facts/pack-schema';
import { checkedAgainst } from '../core/facts/verification';
import { formatDate } from './format-date';
import { locale, type MessageKey, type PlainKey, plural, t } from './message';

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
  if (!source) return t('card_unknown_source');
  return source.publisher ?? t('quoted', shortTitle(source.title));
}

/** Cut between words where there are any, with no mark of the title's own before the ellipsis. */
export function shortTitle(title: string, chars = SHORT_TITLE_CHARS): string {
  if (title.length <= chars) return title;
  const cut = title.slice(0, chars + 1);
  const end = cut.lastIndexOf(' ');
  // Titles without spaces (Chinese) are cut at the length itself, but never inside a character.
  const kept = end > chars / 2 ? cut.slice(0, end) : Array.from(title).slice(0, chars).join('');
  return `${kept.replace(/[\s.,:;…–—-]+$/, '')}…`;
}

/** Who asserts the claim, over all its evidence; null where it is a source that is not given. */
export function claimSpeaker(card: EntityCard, claim: Claim): string | null {
  if (claim.speaker.type !== 'source') return speakerName(card, claim.speaker);
  const own = claim.evidence.filter((evidence) => !evidence.speaker);
  const names = own.map((evidence) => sourceName(sourceOf(card, evidence.source)));
  const [first, ...others] = new Set(names);
  if (first === undefined) return null;
  return others.length === 0 ? first : t('card_speaker_and_more', first, others.length);
}

/** Who says it in this one source, where that is somebody other than the claim's own speaker. */
export function evidenceSpeaker(card: EntityCard, evidence: Evidence): string | null {
  if (!evidence.speaker) return null;
  if (evidence.speaker.type === 'source') return sourceName(sourceOf(card, evidence.source));
  return speakerName(card, evidence.speaker);
}

/** Whoever a source quotes; null where it speaks in its own voice. */
export function quotedSpeaker(card: EntityCard, speaker: Speaker): string | null {
  return speaker.type === 'source' ? null : speakerName(card, speaker);
}

function speakerName(card: EntityCard, speaker: Exclude<Speaker, { type: 'source' }>): string {
  const name = speaker.type === 'entity' ? labelOf(card, speaker.entity) : speaker.description;
  return speaker.via ? t('card_speaker_via', name, labelOf(card, speaker.via)) : name;
}

type Translation = Exclude<Source['translation'], 'none'>;

const TRANSLATIONS = {
  machine: 'translation_machine',
  human: 'translation_human',
  unknown: 'translation_unknown',
} as const satisfies Record<Translation, PlainKey>;

const TRANSLATIONS_FROM = {
  machine: 'translation_machine_from',
  human: 'translation_human_from',
  unknown: 'translation_unknown_from',
} as const satisfies Record<Translation, MessageKey>;

/** "machine translation from Korean"; null where the source is read in its own words. */
export function translationRemark(source: Source): string | null {
  if (source.translation === 'none') return null;
  const kind = t(TRANSLATIONS[source.translation]);
  const from = source.originalLanguage;
  // A text that was translated there and back comes "from" its own language: say no more.
  if (!from || baseLanguage(from) === baseLanguage(source.language)) return kind;
  const name = new Intl.DisplayNames([locale()], { type: 'language' }).of(baseLanguage(from));
  return name ? t(TRANSLATIONS_FROM[source.translation], name) : kind;
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
  if (!counts || counts.sources === 0) return t('corroboration_none');
  const { sources, ofSources, speakers } = counts;
  if (sources > 1) {
    const key = speakers === 1 ? 'corroboration_one_voice' : 'corroboration_several';
    return t(key, sources, ofSources);
  }
  return ofSources > 1 ? t('corroboration_single', ofSources) : t('corroboration_only');
}

export function claimCount(count: number): string {
  return count === 0 ? t('claim_count_none') : plural('claim_count', count);
}

/** What is to be known of an excerpt's words before they are taken for somebody's own. */
export function wordsRemark(card: EntityCard, source: Source | undefined): string {
  const isChecked = checkedAgainst(card.pack.origin, source) !== 'nothing';
  const translation = source?.translation ?? 'none';
  if (!isChecked) {
    return translation === 'none'
      ? t('excerpt_as_given', card.pack.title)
      : t('excerpt_as_given_translated', card.pack.title);
  }
  return t(VERBATIM[translation]);
}

const VERBATIM = {
  none: 'excerpt_verbatim',
  machine: 'excerpt_verbatim_machine',
  human: 'excerpt_verbatim_translation',
  unknown: 'excerpt_verbatim_perhaps',
} as const satisfies Record<Source['translation'], PlainKey>;

/** What an excerpt was compared with, and by whom. */
export function checkedRemark(card: EntityCard, source: Source | undefined): string {
  const remarks = {
    'stored-text': t('excerpt_checked_stored', sourceName(source)),
    'clipped-page': t('excerpt_checked_clip', sourceName(source)),
    nothing: t('excerpt_unchecked', sourceName(source)),
  };
  const translation = source && translationRemark(source);
  const checked = remarks[checkedAgainst(card.pack.origin, source)];
  return translation ? `${checked} ${t('excerpt_translation', translation)}` : checked;
}

/** Id of the claim inside the card's pack; undefined where the claim is another pack's. */
export function soughtIn({ pack }: EntityCard, claim: ClaimKey | undefined): string | undefined {
  return claim !== undefined && packOfKey(claim) === pack.id ? idOfKey(claim) : undefined;
}

/** The cards with the one that has the sought claim first. */
export function withSoughtFirst(
  cards: readonly EntityCard[],
  sought: ClaimKey | undefined,
): readonly EntityCard[] {
  const first = cards.find((card) => card.claims.some(({ id }) => id === soughtIn(card, sought)));
  return first ? [first, ...cards.filter((card) => card !== first)] : cards;
}

/** The card's claims with the sought one first; the order stays as it is for the others. */
export function claimsFrom(card: EntityCard, sought: string | undefined): readonly Claim[] {
  const first = card.claims.find((claim) => claim.id === sought);
  return first ? [first, ...card.claims.filter((claim) => claim !== first)] : card.claims;
}
