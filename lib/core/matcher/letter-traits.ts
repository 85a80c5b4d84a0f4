/** What the gate asks of single letters. */
import { classOf, fold, IDEOGRAPH, IGNORABLE, WORD } from '../text/characters';

/** Nearly all that is read lies below, and there one look is enough. */
const TABLED_END = 0x600;
const foldedClasses = new Uint8Array(TABLED_END);
for (let code = 0; code < TABLED_END; code++) foldedClasses[code] = classOf(fold(code)) as number;

/** The class of the folded form: in a text ʼ is a letter, but folded a sign. 0 past the end of a text. */
export function foldedClassOf(code: number): number {
  return (code < TABLED_END ? foldedClasses[code] : classOf(fold(code))) ?? 0;
}

export function classAt(pattern: string, index: number): number {
  return foldedClassOf(pattern.charCodeAt(index));
}

/** A letter or digit, of whatever script. */
export function isToken(characterClass: number): boolean {
  return characterClass >= WORD && characterClass <= IDEOGRAPH;
}

/** A capital letter, as the matcher's case rules understand it. */
export const UPPER = 1;
/** Its folded form has a capital. */
export const CASED = 2;
const KNOWN = 4;

/** Asked for the first letter of every word, so remembered. */
const traits = new Uint8Array(TABLED_END);

export function traitsOf(code: number): number {
  const known = traits[code];
  if (known !== undefined && known !== 0) return known;
  const found = KNOWN | (isUpper(code) ? UPPER : 0) | (isCased(fold(code)) ? CASED : 0);
  if (code < traits.length) traits[code] = found;
  return found;
}

export function isCased(code: number): boolean {
  const letter = String.fromCharCode(code);
  return isUpper(code) || letter.toUpperCase() !== letter;
}

function isUpper(code: number): boolean {
  const letter = String.fromCharCode(code);
  return letter.toLowerCase() !== letter;
}

/** Whether the case rules `initial` and `exact` ask for a capital at the start. */
export function beginsUpper(text: string): boolean {
  let i = 0;
  while (classOf(text.charCodeAt(i)) === IGNORABLE) i++;
  return isUpper(text.charCodeAt(i));
}
