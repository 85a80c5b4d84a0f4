import { classOf, HANGUL, IDEOGRAPH } from '../text/characters';
import { SCRIPTS, type Script } from './settings';

/**
 * The script that decides whether a name is left out. One in several scripts belongs to the one
 * that fewer people read ("AI 시대" is Korean); what is neither Chinese nor Korean counts as Latin.
 */
export function scriptOf(text: string): Script {
  let script: Script = 'latin';
  for (let i = 0; i < text.length; i++) {
    const characterClass = classOf(text.charCodeAt(i));
    if (characterClass === HANGUL) return 'hangul';
    if (characterClass === IDEOGRAPH) script = 'han';
  }
  return script;
}

/** The aliases that are written in one of the scripts; the same list where all are wanted. */
export function inScripts<A extends { readonly text: string }>(
  aliases: readonly A[],
  scripts: readonly Script[],
): readonly A[] {
  if (allScripts(scripts)) return aliases;
  return aliases.filter(({ text }) => scripts.includes(scriptOf(text)));
}

export function allScripts(scripts: readonly Script[]): boolean {
  return SCRIPTS.every((script) => scripts.includes(script));
}
