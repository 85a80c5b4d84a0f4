/** What sort of page an address leads to, as far as extensions may go there. */

export type PageKind =
  | 'web'
  /** Of the browser itself: settings, new tab, `about:`. */
  | 'browser'
  /** Where extensions are installed from: browsers keep all of them out. */
  | 'store'
  | 'view-source'
  | 'own'
  | 'other-extension'
  /** The browser's own, simplified rendering of a page. */
  | 'reader-view'
  | 'file'
  /** A page without an address of its own: `data:`, `blob:`, `about:blank`. */
  | 'no-site';

const EXTENSION_SCHEMES = new Set(['chrome-extension:', 'moz-extension:', 'extension:']);
const NO_SITE_SCHEMES = new Set(['data:', 'blob:', 'javascript:', 'filesystem:']);

/** Hosts whose pages no extension may enter. Firefox keeps the others in `restrictedDomains`. */
const STORES: readonly (readonly [host: string, path: string])[] = [
  ['chromewebstore.google.com', '/'],
  ['chrome.google.com', '/webstore'],
  ['microsoftedge.microsoft.com', '/addons'],
  ['addons.mozilla.org', '/'],
  ['addons.allizom.org', '/'],
  ['discovery.addons.mozilla.org', '/'],
  ['install.mozilla.org', '/'],
  ['support.mozilla.org', '/'],
  ['accounts.firefox.com', '/'],
  ['sync.services.mozilla.com', '/'],
];

/** `ownOrigin`: where the extension's own pages lie. */
export function pageKindOf(url: string, ownOrigin: string): PageKind {
  if (url.startsWith('view-source:')) return 'view-source';
  if (url.startsWith('about:reader')) return 'reader-view';
  if (/^about:(?:blank|srcdoc)\b/.test(url)) return 'no-site';
  if (!URL.canParse(url)) return 'browser';
  const { protocol, hostname, pathname } = new URL(url);
  if (EXTENSION_SCHEMES.has(protocol)) {
    return url.startsWith(`${ownOrigin}/`) ? 'own' : 'other-extension';
  }
  if (protocol === 'file:') return 'file';
  if (NO_SITE_SCHEMES.has(protocol)) return 'no-site';
  if (protocol !== 'http:' && protocol !== 'https:') return 'browser';
  const isStore = STORES.some(([host, path]) => hostname === host && pathname.startsWith(path));
  return isStore ? 'store' : 'web';
}

/** Whether the address alone says that it is a PDF; a page's own content type says it better. */
export function looksLikePdf(url: string): boolean {
  return URL.canParse(url) && /\.pdf$/i.test(new URL(url).pathname);
}
