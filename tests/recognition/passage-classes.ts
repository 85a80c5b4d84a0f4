/**
 * What each passage was written to test. In a passage of a positive class every name it is about
 * has to be found; in one of a negative class the trap must stay unmarked, whatever true mention
 * may stand beside it.
 */
export const POSITIVE_CLASSES = [
  'sentence-start',
  'title-or-role',
  'possessive',
  'hyphen-compound',
  'plural-or-legal-suffix',
  'all-caps-headline',
  'odd-spaces',
  'chinese-running-text',
  'korean-particles',
  'traditional',
  'accents',
  'right-to-left',
  'short-after-full',
  'short-with-role',
  'nearer-antecedent',
  'short-with-context',
  'garbled-with-support',
  'longest-wins',
  'address-left-alone',
  'abbreviation',
] as const;

export const NEGATIVE_CLASSES = [
  'insect-ant',
  'build-tool-ant',
  'drip',
  'didi-else',
  'other-ma',
  'other-xi',
  'other-mao',
  'trump-card',
  'ross-or-biden-else',
  'ali-baba-tale',
  'tiktok-clock',
  'longer-words',
  'package-names-and-addresses',
  'abbreviation-else',
  'common-words',
  'same-surname',
  'other-people-same-name',
  'other-bodies',
  'other-places-and-things',
  'strong-form-else',
] as const;

export const PASSAGE_CLASSES = [...POSITIVE_CLASSES, ...NEGATIVE_CLASSES] as const;

export type PassageClass = (typeof PASSAGE_CLASSES)[number];
