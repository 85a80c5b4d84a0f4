/** How the fact base's kinds of things are called. */
import type { Claim, ClaimKind, EntityKind, Relation } from '../core/facts/pack-schema';
import { locale, type PlainKey, t } from './message';

type NoteKind = Claim['notes'][number]['kind'];
type RelationKind = Relation['kind'];

const ENTITY_KINDS = {
  person: 'entity_kind_person',
  organisation: 'entity_kind_organisation',
  'public-body': 'entity_kind_public_body',
  product: 'entity_kind_product',
  law: 'entity_kind_law',
  event: 'entity_kind_event',
  concept: 'entity_kind_concept',
  place: 'entity_kind_place',
  outlet: 'entity_kind_outlet',
} as const satisfies Record<EntityKind, PlainKey>;

const CLAIM_KINDS = {
  event: 'claim_kind_event',
  figure: 'claim_kind_figure',
  statement: 'claim_kind_statement',
  allegation: 'claim_kind_allegation',
  denial: 'claim_kind_denial',
  opinion: 'claim_kind_opinion',
  forecast: 'claim_kind_forecast',
} as const satisfies Record<ClaimKind, PlainKey>;

const NOTE_KINDS = {
  mistranslation: 'note_kind_mistranslation',
  'garbled-name': 'note_kind_garbled_name',
  'inverted-sense': 'note_kind_inverted_sense',
  'back-translation': 'note_kind_back_translation',
  inconsistency: 'note_kind_inconsistency',
  'relative-date': 'note_kind_relative_date',
  figure: 'note_kind_figure',
  context: 'note_kind_context',
} as const satisfies Record<NoteKind, PlainKey>;

/** How a relation reads from either end. */
const RELATIONS = {
  'founder-of': ['relation_founder_of_from', 'relation_founder_of_to'],
  leads: ['relation_leads_from', 'relation_leads_to'],
  'works-for': ['relation_works_for_from', 'relation_works_for_to'],
  'member-of': ['relation_member_of_from', 'relation_member_of_to'],
  'subsidiary-of': ['relation_subsidiary_of_from', 'relation_subsidiary_of_to'],
  'owns-share-in': ['relation_owns_share_in_from', 'relation_owns_share_in_to'],
  'product-of': ['relation_product_of_from', 'relation_product_of_to'],
  'part-of': ['relation_part_of_from', 'relation_part_of_to'],
  regulates: ['relation_regulates_from', 'relation_regulates_to'],
  investigated: ['relation_investigated_from', 'relation_investigated_to'],
  penalised: ['relation_penalised_from', 'relation_penalised_to'],
  'cracked-down-on': ['relation_cracked_down_on_from', 'relation_cracked_down_on_to'],
  criticised: ['relation_criticised_from', 'relation_criticised_to'],
  'ally-of': ['relation_ally_of', 'relation_ally_of'],
  'rival-of': ['relation_rival_of', 'relation_rival_of'],
  succeeded: ['relation_succeeded_from', 'relation_succeeded_to'],
  'invests-in': ['relation_invests_in_from', 'relation_invests_in_to'],
  'reported-by': ['relation_reported_by_from', 'relation_reported_by_to'],
  'applies-to': ['relation_applies_to_from', 'relation_applies_to_to'],
  'located-in': ['relation_located_in_from', 'relation_located_in_to'],
  'related-to': ['relation_related_to', 'relation_related_to'],
} as const satisfies Record<RelationKind, readonly [from: PlainKey, to: PlainKey]>;

export function entityKindName(kind: EntityKind): string {
  return t(ENTITY_KINDS[kind]);
}

export function claimKindName(kind: ClaimKind): string {
  return t(CLAIM_KINDS[kind]);
}

/** Ends a sentence: the note follows. */
export function noteKindName(kind: NoteKind): string {
  return t(NOTE_KINDS[kind]);
}

/** "founder of" seen from the relation's beginning, "founded by" seen from its end. */
export function relationName(kind: RelationKind, seenFrom: 'from' | 'to'): string {
  const [from, to] = RELATIONS[kind];
  return t(seenFrom === 'from' ? from : to);
}

/** "Founder of": the same where it stands first or alone. */
export function relationHeading(kind: RelationKind, seenFrom: 'from' | 'to'): string {
  const [first = '', ...rest] = relationName(kind, seenFrom);
  return first.toLocaleUpperCase(locale()) + rest.join('');
}
