/**
 * The words that readers see. They stand in assets/public/_locales, one file a language, in the
 * browsers' own format, so that the browser chooses the language and names the extension in it.
 */
import type english from '../../assets/public/_locales/en/messages.json';

type English = typeof english;

export type MessageKey = keyof English;

/** Messages that take no values. */
export type PlainKey = {
  [K in MessageKey]: English[K] extends { placeholders: object } ? never : K;
}[MessageKey];

/** Without its ending: messages that differ by number have the endings `_one` and `_other`. */
export type PluralKey = MessageKey extends infer K
  ? K extends `${infer Base}_other`
    ? Base
    : never
  : never;

/** Numbers are written as the reader's language writes them; a year is a string. */
export type MessageValue = string | number;

type ValuesOf<K extends MessageKey> = English[K] extends { placeholders: object }
  ? readonly [MessageValue, ...MessageValue[]]
  : readonly [];

/** The message with `values` in the place of $1, $2 …; empty where there is none. */
export type MessageLookup = (key: string, values: readonly string[]) => string;

interface Words {
  readonly lookup: MessageLookup;
  readonly locale: string;
  readonly numbers: Intl.NumberFormat;
  readonly plurals: Intl.PluralRules;
}

let words: Words | null = null;

/** The message in the reader's language. */
export function t<K extends MessageKey>(key: K, ...values: ValuesOf<K>): string {
  return say(key, values);
}

/** The form of a message that fits the count, which is its first value. */
export function plural(key: PluralKey, count: number, ...values: readonly MessageValue[]): string {
  const form = current().plurals.select(count) === 'one' ? 'one' : 'other';
  return say(`${key}_${form}`, [count, ...values]);
}

/** Language tag for dates, numbers and lists beside the messages. */
export function locale(): string {
  return current().locale;
}

/** Takes the words from elsewhere than the browser; `reader` is the reader's own language tag. */
export function setMessages(lookup: MessageLookup, reader?: string): void {
  words = wordsFrom(lookup, reader);
}

/** Takes the words from the browser again, as it is without any `setMessages`. */
export function useBrowserMessages(): void {
  words = null;
}

function say(key: string, values: readonly MessageValue[]): string {
  const { lookup, numbers } = current();
  return lookup(
    key,
    values.map((value) => (typeof value === 'number' ? numbers.format(value) : value)),
  );
}

function current(): Words {
  words ??= wordsFrom(browserLookup, browserMessages()?.getUILanguage());
  return words;
}

/** A British reader's dates are British; a reader whose language we lack gets English throughout. */
function wordsFrom(lookup: MessageLookup, reader: string | undefined): Words {
  const ours = lookup('locale', []) || 'en';
  const locale = reader && reader.split('-')[0] === ours.split('-')[0] ? reader : ours;
  return {
    lookup,
    locale,
    numbers: new Intl.NumberFormat(locale),
    plurals: new Intl.PluralRules(ours),
  };
}

interface BrowserMessages {
  getMessage(key: string, values?: string[]): string;
  getUILanguage(): string;
}

/**
 * Firefox has this object as well, and no element or frame of a page can take its place, which
 * `browser` does not hold for in Chromium.
 */
function browserMessages(): BrowserMessages | undefined {
  const { chrome } = globalThis as { chrome?: { i18n?: BrowserMessages } };
  return chrome?.i18n;
}

function browserLookup(key: string, values: readonly string[]): string {
  try {
    return browserMessages()?.getMessage(key, [...values]) ?? '';
  } catch {
    // The extension was updated or removed under a page that is still open.
    return '';
  }
}
