/**
 * A quick "no" for words that begin no name. Most words of ordinary text differ from all aliases
 * within their first four characters; one look into this bit set spares them the walk down the
 * trie. Only for ASCII beginnings, in which nothing has to be skipped or unfolded.
 */
import { CHARACTER_CLASSES, fold, SPACE } from '../text/characters';
import type { MatcherTables } from './matcher-tables';

const DEPTH = 4;
/** Bits for one character: letters apart, digits, spaces and all signs as one each. */
const SYMBOL_BITS = 5;
const SIZE = 1 << (DEPTH * SYMBOL_BITS);
const DIGIT = 27;
const SPACE_SYMBOL = 28;
const SIGN = 29;

const symbols = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const folded = fold(code);
  if (CHARACTER_CLASSES[code] === SPACE) symbols[code] = SPACE_SYMBOL;
  else if (folded >= 0x61 && folded <= 0x7a) symbols[code] = folded - 0x60;
  else if (folded >= 0x30 && folded <= 0x39) symbols[code] = DIGIT;
  else symbols[code] = SIGN;
}

export interface BeginningGate {
  /** False only where no pattern can begin at `i`, whose character is ASCII. */
  mayBegin(text: string, i: number): boolean;
}

export function createBeginningGate({ label, firstChild, pattern }: MatcherTables): BeginningGate {
  const open = new Uint32Array(SIZE / 32);
  mark(0, 0, 0);

  function mark(node: number, depth: number, prefix: number): void {
    if (depth === DEPTH || pattern[node] !== 0) {
      // A pattern that ends here may be followed by anything.
      const width = SYMBOL_BITS * (DEPTH - depth);
      for (let key = prefix << width; key < (prefix + 1) << width; key++) {
        open[key >>> 5] = (open[key >>> 5] as number) | (1 << (key & 31));
      }
      if (depth === DEPTH) return;
    }
    for (
      let child = firstChild[node] as number;
      child < (firstChild[node + 1] as number);
      child++
    ) {
      const code = label[child] as number;
      if (code < 128) mark(child, depth + 1, (prefix << SYMBOL_BITS) | (symbols[code] as number));
    }
  }

  return {
    mayBegin(text, i) {
      const b = text.charCodeAt(i + 1);
      const c = text.charCodeAt(i + 2);
      const d = text.charCodeAt(i + 3);
      // Past the end (NaN), or a character that may fold or vanish: the trie has to tell.
      if (!(b < 128 && c < 128 && d < 128)) return true;
      const second = symbols[b] as number;
      const third = symbols[c] as number;
      // Runs of spaces count as one, so the characters behind them stand elsewhere.
      if (third === SPACE_SYMBOL && (second === SPACE_SYMBOL || symbols[d] === SPACE_SYMBOL)) {
        return true;
      }
      const key =
        ((symbols[text.charCodeAt(i)] as number) << 15) |
        (second << 10) |
        (third << 5) |
        (symbols[d] as number);
      return ((open[key >>> 5] as number) & (1 << (key & 31))) !== 0;
    },
  };
}
