/** Addresses from elsewhere: http and https only, with a host, without a name or password in it. */

export const MAX_ADDRESS_CHARS = 2048;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNUSABLE = /[\s\u0000-\u0020\u007f\u202a-\u202e\u2066-\u2069]/;

/** The address as the browser reads it; null for every other kind. */
export function parseWebAddress(text: string): URL | null {
  if (text.length > MAX_ADDRESS_CHARS || UNUSABLE.test(text)) return null;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.host !== '' && url.username === '' && url.password === '' ? url : null;
}

/** Without its fragment, which names a place and not a document; null where it is unusable. */
export function cleanAddress(text: string): string | null {
  const url = parseWebAddress(text);
  if (!url) return null;
  url.hash = '';
  return url.href;
}
