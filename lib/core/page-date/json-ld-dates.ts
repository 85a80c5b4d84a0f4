/**
 * Dates of publication in a page's JSON-LD. The page writes it, so nothing about it is taken for
 * granted: its size, depth and number of parts are bounded, and what is not sound gives nothing.
 */
import { isObject } from '../is-object';
import { parseWrittenDate } from './parse-written-date';

export interface JsonLdDate {
  readonly date: string;
  /** The parts of the page that are articles say it, not only the page as such. */
  readonly isArticle: boolean;
  /** Addresses by which the part names itself. */
  readonly addresses: readonly string[];
}

/** Of one script, in UTF-16 code units. */
export const MAX_JSON_LD_CHARS = 300_000;
const MAX_PARTS = 300;
const MAX_DEPTH = 6;

const ARTICLES = /(?:Article|BlogPosting|Posting|Report|Analysis|Review|Opinion|LiveBlogPosting)$/;
const PAGES = /(?:Page|CreativeWork|VideoObject|Book|Thesis|Dataset)$/;
/**
 * Where the page's own subject may stand. Lists, comments and "related" parts are about other
 * things and are not looked into.
 */
const LEADS_ON = ['@graph', 'mainEntity', 'mainEntityOfPage'];

/** In the order of the text; null-like texts give none. */
export function jsonLdDates(text: string): JsonLdDate[] {
  const root = parse(text);
  const found: JsonLdDate[] = [];
  let parts = 0;
  const look = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || parts >= MAX_PARTS) return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, MAX_PARTS)) look(item, depth + 1);
      return;
    }
    if (!isObject(value)) return;
    parts += 1;
    const date = dateOf(value);
    if (date) found.push(date);
    for (const property of LEADS_ON) look(value[property], depth + 1);
  };
  look(root, 0);
  return found;
}

function parse(text: string): unknown {
  if (text.length > MAX_JSON_LD_CHARS) return null;
  // Wrappers of old times, and line breaks inside strings, which many sites' systems leave in.
  const bare = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what breaks the JSON
    .replace(/[\u0000-\u001f]/g, ' ');
  try {
    return JSON.parse(bare);
  } catch {
    return null;
  }
}

function dateOf(part: Readonly<Record<string, unknown>>): JsonLdDate | null {
  const types = textsIn(part['@type']);
  const isArticle = types.some((type) => ARTICLES.test(type));
  if (!isArticle && !types.some((type) => PAGES.test(type))) return null;
  const written = [part['datePublished'], part['dateCreated']].flatMap(textsIn);
  for (const text of written) {
    const date = parseWrittenDate(text);
    if (date) return { date, isArticle, addresses: addressesOf(part) };
  }
  return null;
}

function addressesOf(part: Readonly<Record<string, unknown>>): string[] {
  return [part['@id'], part['url'], part['mainEntityOfPage']].flatMap(textsIn);
}

/** A text, texts in a list, or the value or id of a small object. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) {
    return value.slice(0, 10).filter((item): item is string => typeof item === 'string');
  }
  if (!isObject(value)) return [];
  return [value['@value'], value['@id']].filter((item) => typeof item === 'string');
}
