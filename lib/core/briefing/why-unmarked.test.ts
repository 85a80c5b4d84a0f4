import { describe, expect, test } from 'vitest';
import { looksLikePdf, type PageKind, pageKindOf } from './page-kind';
import { type PageProbe, type PageSituation, type WhyUnmarked, whyUnmarked } from './why-unmarked';

const OWN = 'chrome-extension://glossator';

describe('pageKindOf', () => {
  test.each<[string, PageKind]>([
    ['https://example.com/news', 'web'],
    ['http://localhost:8080/', 'web'],
    ['https://www.google.com/webstore', 'web'],
    ['chrome://extensions/', 'browser'],
    ['edge://newtab', 'browser'],
    ['about:preferences', 'browser'],
    ['about:newtab', 'browser'],
    ['devtools://devtools/bundled/x.html', 'browser'],
    ['resource://pdf.js/web/viewer.html', 'browser'],
    ['', 'browser'],
    ['about:blank', 'no-site'],
    ['about:blank#top', 'no-site'],
    ['data:text/html,hello', 'no-site'],
    ['blob:https://example.com/1', 'no-site'],
    ['about:reader?url=https%3A%2F%2Fexample.com', 'reader-view'],
    ['view-source:https://example.com/', 'view-source'],
    ['file:///home/reader/article.html', 'file'],
    [`${OWN}/library.html`, 'own'],
    ['chrome-extension://glossator-2/library.html', 'other-extension'],
    ['moz-extension://abc/page.html', 'other-extension'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://chrome.google.com/webstore/detail/x', 'store'],
    ['https://chrome.google.com/intl', 'web'],
    ['https://addons.mozilla.org/en-GB/firefox/', 'store'],
    ['https://addons.mozilla.org.example.com/', 'web'],
    ['https://microsoftedge.microsoft.com/addons/detail/x', 'store'],
  ])('%s → %s', (url, kind) => {
    expect(pageKindOf(url, OWN)).toBe(kind);
  });

  test.each([
    ['https://example.com/report.PDF?download=1', true],
    ['https://example.com/report.pdf.html', false],
    ['https://example.com/?file=report.pdf', false],
    ['', false],
  ])('%s looks like a PDF: %s', (url, is) => {
    expect(looksLikePdf(url)).toBe(is);
  });
});

const TEXT: PageProbe = {
  contentType: 'text/html',
  textChars: 3000,
  fieldChars: 0,
  largeFields: 0,
};
const probe = (part: Partial<PageProbe>): PageProbe => ({ ...TEXT, ...part });

/** A page of the web, read to its end without a known name. */
const READ: PageSituation = {
  url: 'https://example.com/',
  kind: 'web',
  allSitesAllowed: true,
  siteAllowed: true,
  filesAllowed: false,
  isOn: true,
  facts: 'ready',
  frames: 'marking',
  isPaused: false,
  mentions: 0,
  probe: TEXT,
};
const kept = (kind: PageKind, url = 'x:'): Partial<PageSituation> => ({
  kind,
  url,
  frames: 'unreachable',
  probe: 'refused',
});

describe('whyUnmarked', () => {
  test.each<[string, Partial<PageSituation>, WhyUnmarked | null]>([
    ['names are marked', { mentions: 3 }, null],
    [
      'names are marked in a file',
      { mentions: 3, probe: probe({ contentType: 'text/csv' }) },
      null,
    ],
    [
      'a file by its type',
      { frames: 'unreachable', probe: probe({ contentType: 'application/json' }) },
      'pack-file',
    ],
    [
      'a file as plain text, which was read',
      { url: 'https://example.com/list.csv', probe: probe({ contentType: 'text/plain' }) },
      'pack-file',
    ],
    [
      'a file in a viewer of the browser’s own',
      { url: 'https://example.com/pack.json', frames: 'unreachable', probe: 'refused' },
      'pack-file',
    ],
    [
      'a file on a site that may not be read',
      {
        url: 'https://example.com/pack.json',
        siteAllowed: false,
        frames: 'unreachable',
        probe: 'refused',
      },
      'site-not-allowed',
    ],
    [
      'names are marked on a page that nobody would expect',
      { ...kept('browser'), mentions: 1 },
      null,
    ],
    ['no name is known', {}, 'no-known-names'],
    ['the browser’s own page', kept('browser'), 'browser-page'],
    [
      'a page that the browser tells no address of',
      { url: null, kind: null, frames: 'unreachable' },
      'browser-page',
    ],
    [
      'an address that is kept back for want of a permission',
      { url: null, kind: null, allSitesAllowed: false, siteAllowed: false, frames: 'unreachable' },
      'address-not-told',
    ],
    ['a store', kept('store'), 'store-page'],
    ['the source of a page', kept('view-source'), 'source-view'],
    ['a page of ours', kept('own'), 'own-page'],
    ['a page of another extension', kept('other-extension'), 'extension-page'],
    ['the reader view', kept('reader-view'), 'reader-view'],
    ['a file', kept('file'), 'file-not-allowed'],
    [
      'a file that may be read, opened before that',
      { ...kept('file'), filesAllowed: true, probe: TEXT },
      'needs-reload',
    ],
    [
      'a file that is read',
      { kind: 'file', filesAllowed: true, url: 'file:///a' },
      'no-known-names',
    ],
    ['a data address', { ...kept('no-site'), probe: TEXT }, 'no-site'],
    ['a frame on a data address answers', { kind: 'no-site', url: 'data:,' }, 'no-known-names'],
    [
      'a site that the reader has not allowed',
      { frames: 'unreachable', siteAllowed: false, allSitesAllowed: false, probe: 'refused' },
      'site-not-allowed',
    ],
    [
      'that, while the line is still being opened',
      { frames: 'connecting', siteAllowed: false, allSitesAllowed: false, probe: null },
      'site-not-allowed',
    ],
    [
      'a PDF by its address',
      { frames: 'unreachable', url: 'https://example.com/a.pdf', probe: 'refused' },
      'pdf',
    ],
    [
      'a PDF by its type',
      { frames: 'unreachable', probe: probe({ contentType: 'application/pdf' }) },
      'pdf',
    ],
    [
      'an HTML page whose name ends like a PDF',
      { url: 'https://example.com/a.pdf' },
      'no-known-names',
    ],
    [
      'a picture',
      { frames: 'unreachable', probe: probe({ contentType: 'image/png' }) },
      'not-a-page',
    ],
    ['the switch is off', { isOn: false, frames: 'idle' }, 'switched-off'],
    [
      'off, and the page is older than we are',
      { isOn: false, frames: 'unreachable' },
      'switched-off',
    ],
    ['facts are being prepared', { facts: 'preparing', frames: 'idle' }, 'facts-preparing'],
    ['facts could not be stored', { facts: 'failed', frames: 'idle' }, 'facts-failed'],
    ['nobody answers for the facts', { facts: 'unanswered', frames: 'idle' }, 'facts-failed'],
    ['the line is being opened', { frames: 'connecting', probe: null }, 'still-reading'],
    ['it is not known yet what the page holds', { probe: null }, 'still-reading'],
    ['older than the extension', { frames: 'unreachable' }, 'needs-reload'],
    ['kept out by a policy', { frames: 'unreachable', probe: 'refused' }, 'browser-page'],
    ['paused for speed', { isPaused: true }, 'paused'],
    ['paused for speed after some names', { isPaused: true, mentions: 9 }, 'paused'],
    ['an empty page', { probe: probe({ textChars: 3 }) }, 'no-text'],
    [
      'an editor with a menu',
      { probe: probe({ textChars: 30, fieldChars: 900, largeFields: 1 }) },
      'only-fields',
    ],
    ['an empty editor', { probe: probe({ textChars: 0, largeFields: 1 }) }, 'only-fields'],
    [
      'a long draft in an editor',
      { probe: probe({ textChars: 500, fieldChars: 9000, largeFields: 1 }) },
      'only-fields',
    ],
    [
      'an article with a comment field',
      { probe: probe({ fieldChars: 20, largeFields: 1 }) },
      'no-known-names',
    ],
    ['a page that cannot be looked into any more', { probe: 'refused' }, 'no-known-names'],
  ])('%s', (_name, part, why) => {
    expect(whyUnmarked({ ...READ, ...part })).toBe(why);
  });
});
