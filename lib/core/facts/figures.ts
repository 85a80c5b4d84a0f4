/**
 * The figures in an English sentence, in one written form each, so that “$1,000”, “1000 dollars”
 * and “a thousand” can be compared: numbers, numbers with their magnitude, and month names.
 */
const SMALL = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'],
  ...['tenth', 'eleventh', 'twelfth'],
];
const MAGNITUDES: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
};
const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
];

const NUMBER_WORDS = new Map<string, number>([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);
const ORDINAL_WORDS = new Map(ORDINALS.map((word, index) => [word, index + 1] as const));

/** A figure and the place it is written in. */
export interface Figure {
  /** As written. */
  readonly text: string;
  /** Compared: `5.5`, `1:12` for a trillion, `month:11`. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const WORDS = [...TENS, ...SMALL, ...ORDINALS].join('|');
const MAGNITUDE = Object.keys(MAGNITUDES).join('|');
/** Abbreviated months only with their dot or a day, since “Mar” and “Dec” are names too. */
const MONTH = MONTHS.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join('|');
const FIGURE = new RegExp(
  String.raw`(?<number>${NUMBER})(?:[\s-]*(?<magnitude>${MAGNITUDE})s?\b)?` +
    String.raw`|\b(?<tens>${TENS.join('|')})[\s-](?<ones>${SMALL.slice(1, 10).join('|')})\b` +
    String.raw`|\b(?<word>${WORDS}|an?|several|few)[\s-](?<of>${MAGNITUDE})s?\b` +
    String.raw`|\b(?<alone>${WORDS}|${MAGNITUDE})\b` +
    String.raw`|\b(?<month>${MONTH})\b`,
  'gi',
);

/**
 * All figures of the text, ordinals and a bare “one” among them; whoever asks what a sentence
 * asserts leaves those out by isAsserted.
 */
export function findFigures(text: string): Figure[] {
  return [...text.matchAll(FIGURE)].flatMap((match) => {
    const value = figureValue(match.groups ?? {}, text, match.index);
    const start = match.index;
    return value === null ? [] : [{ text: match[0], value, start, end: start + match[0].length }];
  });
}

/** Ordinals and “one” are mostly turns of phrase (“on the one hand”, “for the second time”). */
export function isAsserted(figure: Figure): boolean {
  const word = figure.text.toLowerCase();
  return word !== 'one' && word !== 'zero' && !ORDINAL_WORDS.has(word);
}

/** What else a figure may be compared as: “35 to 40 billion” writes 35 billion as a bare 35. */
export function baseOf(value: string): string {
  return value.replace(/:\d+$/, '');
}

function figureValue(
  groups: Readonly<Record<string, string | undefined>>,
  text: string,
  index: number,
): string | null {
  const { number, magnitude, tens, ones, word, of, alone, month } = groups;
  if (number !== undefined) return scaled(Number(number.replaceAll(',', '')), magnitude);
  if (tens !== undefined) return scaled(wordValue(tens) + wordValue(ones ?? ''), undefined);
  if (word !== undefined) return scaled(wordValue(word), of);
  if (alone !== undefined) {
    const isMagnitude = MAGNITUDES[alone.toLowerCase()] !== undefined;
    return isMagnitude ? scaled(1, alone) : scaled(wordValue(alone), undefined);
  }
  if (month === undefined || !/^[A-Z]/.test(month)) return null;
  // “May” and “March” are words as well; a number beside them makes them months.
  if (/^(?:May|March)$/.test(month) && !isBesideNumber(text, index, month.length)) return null;
  return `month:${MONTHS.indexOf(month.toLowerCase()) + 1}`;
}

function isBesideNumber(text: string, index: number, length: number): boolean {
  return (
    /(?:\d(?:st|nd|rd|th)?|\b[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|of)\s+$/.test(text.slice(0, index)) ||
    /^,?\s+\d/.test(text.slice(index + length))
  );
}

function wordValue(word: string): number {
  const lower = word.toLowerCase();
  return NUMBER_WORDS.get(lower) ?? ORDINAL_WORDS.get(lower) ?? 1;
}

/** Hundreds and thousands are written out (“1,000” is “a thousand”), what is larger keeps its word. */
function scaled(value: number, magnitude: string | undefined): string {
  const power = magnitude === undefined ? 0 : (MAGNITUDES[magnitude.toLowerCase()] ?? 0);
  if (power <= 3) return String(value * 10 ** power);
  return `${value}:${power}`;
}
