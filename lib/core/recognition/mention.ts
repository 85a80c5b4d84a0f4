/** What recognition says of one place in a text. Offsets in UTF-16 code units, end exclusive. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words that let a weak alias be marked. */
export interface Support extends Span {
  /** Which of the page's flows (in reading order, from 0) the offsets count in. */
  readonly flow: number;
  readonly text: string;
}

/** Why a place was marked. */
export type Why =
  /** A strong alias, which marks on its own. */
  | { readonly rule: 'strong' }
  /** A weak or garbled alias after a full name of the same entity. */
  | { readonly rule: 'after-full-name'; readonly support: Support }
  /** A related entity is named in the same passage. */
  | { readonly rule: 'near-related'; readonly support: Support }
  /** A role or kind of business stands directly beside it: "ride-hailing company Didi". */
  | { readonly rule: 'beside-role'; readonly support: Support }
  /** Several other entities of the fact base are named in the same passage. */
  | { readonly rule: 'in-company'; readonly support: Support }
  /** The entity's full name stands further on; for names that are nobody's surname. */
  | { readonly rule: 'full-name-later'; readonly support: Support }
  /** So many related entities are named on the page that this one is meant too. */
  | { readonly rule: 'page-context'; readonly support: Support };
