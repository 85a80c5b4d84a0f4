/** What the gate asks of single letters. */
import { CHARACTER_CLASSES, fold, IDEOGRAPH, IGNORABLE, WORD } from '../text/characters';

/** Of each code unit the class of its folded form: in a text ʼ is a letter, but folded a sign. */
export const FOLDED_CLASSES = CHARACTER_CLASSES.slice();
for (let code = 0; code < FOLDED_CLASSES.length; code++) {
  FOLDED_CLASSES[code] = CHARACTER_CLASSES[fold(code)] ?? 0;
}

export function classAt(pattern: string, index: number): number {
  return FOLDED_CLASSES[pattern.charCodeAt(index)] ?? 0;
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

/** Asked for the first letter of every word, so remembered; alphabets lie below. */
const traits = new Uint8Array(0x3000);

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
  while (CHARACTER_CLASSES[text.charCodeAt(i)] === IGNORABLE) i++;
  return isUpper(text.charCodeAt(i));
}
