/**
 * A quick "no" for words that begin no name. Nine of ten words of ordinary text differ from all
 * aliases within their first three letters; one look into this table spares them the walk down
 * the trie. Only for ASCII beginnings, in which nothing has to be skipped or unfolded.
 */
import { CHARACTER_CLASSES, fold, SPACE } from '../text/characters';
import type { MatcherTables } from './matcher-tables';

/** Five bits for each of three characters: letters apart, digits, spaces and all signs as one each. */
const SIZE = 1 << 15;
const LETTER_A = 0x61;
const LETTER_Z = 0x7a;
const DIGIT = 27;
const SPACE_SYMBOL = 28;
const SIGN = 29;

const symbols = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const folded = fold(code);
  if (CHARACTER_CLASSES[code] === SPACE) symbols[code] = SPACE_SYMBOL;
  else if (folded >= LETTER_A && folded <= LETTER_Z) symbols[code] = folded - LETTER_A + 1;
  else if (folded >= 0x30 && folded <= 0x39) symbols[code] = DIGIT;
  else symbols[code] = SIGN;
}

export interface BeginningGate {
  /** False only where no pattern can begin at `i`, whose character is ASCII. */
  mayBegin(text: string, i: number): boolean;
}

export function createBeginningGate({ label, firstChild, pattern }: MatcherTables): BeginningGate {
  const open = new Uint8Array(SIZE);
  mark(0, 0, 0);

  function mark(node: number, depth: number, prefix: number): void {
    // A pattern that ends here may be followed by anything.
    if (depth === 3 || pattern[node] !== 0) {
      const width = 5 * (3 - depth);
      open.fill(1, prefix << width, (prefix + 1) << width);
      if (depth === 3) return;
    }
    for (let child = firstChild[node] ?? 0; child < (firstChild[node + 1] ?? 0); child++) {
      const code = label[child] ?? 0;
      if (code < 128) mark(child, depth + 1, (prefix << 5) | (symbols[code] ?? 0));
    }
  }

  return {
    mayBegin(text, i) {
      const second = text.charCodeAt(i + 1);
      const third = text.charCodeAt(i + 2);
      // Past the end (NaN), or a character that may fold or vanish: the trie has to tell.
      if (!(second < 128 && third < 128)) return true;
      const b = symbols[second] as number;
      const c = symbols[third] as number;
      // Runs of spaces count as one, so what follows them is not the third character.
      if (b === SPACE_SYMBOL && c === SPACE_SYMBOL) return true;
      const a = symbols[text.charCodeAt(i)] as number;
      return open[(a << 10) | (b << 5) | c] === 1;
    },
  };
}
