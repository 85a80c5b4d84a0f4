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
  /** A weak or garbled alias after a strong alias of the same entity. */
  | { readonly rule: 'after-strong'; readonly support: Support };
