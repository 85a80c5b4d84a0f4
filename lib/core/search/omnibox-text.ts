/**
 * What the address bar shows of search results, and how what was chosen there is read back.
 * Suggestions carry the key of what they stand for, so that nothing has to be remembered between
 * the suggesting and the choosing, while the background may have slept.
 */
import { idOfKey } from '../facts/keys';
import { type LibraryRoute, MAX_TEXT_CHARS } from '../library/routes';
import type { SearchHit } from './search-hit';

/** What is put into the address bar when a suggestion is reached: `Jack Ma [china-tech/jack-ma]`. */
export function suggestionContent(hit: SearchHit): string {
  const name = hit.kind === 'entity' ? hit.label : hit.entityLabel;
  const place = hit.kind === 'entity' ? hit.entity : `${hit.entity}#${idOfKey(hit.claim)}`;
  return `${name} [${place}]`;
}

const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';
const PLACE = new RegExp(`\\[(${ID}/${ID})(?:#(${ID}))?\\]$`);

/** Where what was entered leads: to the name that was chosen, else to all names like it. */
export function routeOfEntered(text: string): LibraryRoute {
  const entered = text.trim();
  const [, key, claim] = PLACE.exec(entered) ?? [];
  if (key !== undefined) {
    return claim === undefined ? { view: 'entity', key } : { view: 'entity', key, claim };
  }
  return entered === ''
    ? { view: 'entities' }
    : { view: 'entities', text: entered.slice(0, MAX_TEXT_CHARS) };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Chromium reads descriptions as XML, and refuses all of them for one character that is not. */
export function escapeXml(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 has no place for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
  );
}
