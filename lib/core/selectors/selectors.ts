/** How an excerpt is found again: its words with their context, and its place. */
export interface TextQuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** UTF-16 code units of the text that the excerpt was taken from, end exclusive. */
export interface TextPositionSelector {
  readonly start: number;
  readonly end: number;
}

export type ExcerptSelectors = TextQuoteSelector & TextPositionSelector;
