import type { Candidate } from '../matcher/matcher';

/** One run of text of the page with the candidates found in it. */
export interface ScannedFlow {
  readonly text: string;
  /** By start, and at one start the longest first. */
  readonly candidates: readonly Candidate[];
}
