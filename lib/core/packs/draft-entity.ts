/** An entity of our form from a line of somebody else's list. */
import { type Alias, type EntityKind, MAX_IDENTIFIERS } from '../facts/pack-schema';
import { aliasRule } from './alias-strength';
import { stableId } from './stable-id';
import { cleanLine, cutTo } from './text-hygiene';

export interface ListedEntity {
  readonly label: string;
  readonly kind: EntityKind;
  /** Given where the list names its entries; else made from kind and label. */
  readonly id?: string;
  readonly names?: readonly string[];
  /** Forms that the list itself calls strong. */
  readonly strongNames?: readonly string[];
  readonly weakNames?: readonly string[];
  readonly garbledNames?: readonly string[];
  readonly lang?: string;
  readonly description?: string;
  readonly identifiers?: readonly { readonly scheme: string; readonly value: string }[];
}

export const MAX_ALIASES = 200;
const MAX_SENTENCE_CHARS = 500;

/** Not checked yet: what is too long or empty is for the schema to refuse. */
export function draftEntity(listed: ListedEntity) {
  const { kind, names = [], lang = 'und' } = listed;
  const label = cleanLine(listed.label);
  const said = new Map<string, Alias['strength']>();
  const note = (forms: readonly string[] = [], strength: Alias['strength']): void => {
    for (const form of forms) said.set(cleanLine(form), strength);
  };
  note(listed.strongNames, 'strong');
  note(listed.weakNames, 'weak');
  note(listed.garbledNames, 'garbled');
  // A list may go on for ever; its first names are the ones it knows best.
  const forms = [...new Set([label, ...names.map(cleanLine), ...said.keys()])]
    .filter((form) => form !== '')
    .slice(0, MAX_ALIASES);
  const aliases = forms.map((form): Alias => {
    const rule = aliasRule(form, kind);
    const strength = said.get(form) ?? rule.strength;
    return { text: form, lang, strength, case: rule.case, basis: 'source' };
  });
  const identifiers = (listed.identifiers ?? []).slice(0, MAX_IDENTIFIERS);
  return {
    id: listed.id ?? entityIdOf(label, kind),
    kind,
    label,
    labelBasis: 'source' as const,
    nativeLabels: [],
    summary: sentencesOf(listed.description ?? '').map((text) => {
      return { text, basis: 'editorial' as const };
    }),
    aliases,
    ...(identifiers.length > 0 && { identifiers }),
  };
}

export function entityIdOf(label: string, kind: EntityKind): string {
  return stableId(label, kind);
}

/** Pieces that a summary can hold, cut at the end of a sentence, else of a word. */
export function sentencesOf(text: string): string[] {
  const pieces: string[] = [];
  let rest = cleanLine(text);
  while (rest.length > MAX_SENTENCE_CHARS) {
    const head = cutTo(rest, MAX_SENTENCE_CHARS);
    const stop = Math.max(head.lastIndexOf('. '), head.lastIndexOf('。'));
    const space = head.lastIndexOf(' ');
    const end = stop > 0 ? stop + 1 : space > 0 ? space : head.length;
    pieces.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return rest === '' ? pieces : [...pieces, rest];
}
