/** Lengths of the quoted words in UTF-16 code units; longer ones are named by their two ends. */
const MAX_WHOLE_CHARS = 120;
const END_WORDS = 5;

interface Quotation {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * The address of a source, so that the browser shows the quotation there:
 * https://wicg.github.io/scroll-to-text-fragment/. Null where it is no web address.
 */
export function quotationLink(address: string | undefined, quotation: Quotation): string | null {
  const url = webAddress(address);
  if (!url) return null;
  const directive = textDirective(quotation);
  if (directive === '') return url.href;
  return `${url.href}${url.href.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** The address where it is one that a browser may be sent to; null for all else. */
export function webAddress(address: string | undefined): URL | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

function textDirective({ exact, prefix, suffix }: Quotation): string {
  // The browser looks for whole words: what the stored context begins or ends within is left off.
  const before = prefix.replace(/^\S*\s/, '').trim();
  const after = suffix.replace(/\s\S*$/, '').trim();
  const parts = [
    ...(before === '' ? [] : [`${encode(before)}-`]),
    ...quoted(exact.trim()).map(encode),
    ...(after === '' ? [] : [`-${encode(after)}`]),
  ];
  return exact.trim() === '' ? '' : parts.join(',');
}

function quoted(exact: string): string[] {
  const words = exact.split(/\s+/);
  if (exact.length <= MAX_WHOLE_CHARS || words.length < 3 * END_WORDS) return [exact];
  return [words.slice(0, END_WORDS).join(' '), words.slice(-END_WORDS).join(' ')];
}

/** A hyphen would end the prefix or begin the suffix. A torn character cannot be written in a URL. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).replaceAll('-', '%2D');
}
