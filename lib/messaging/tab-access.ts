/** What the browser lets the extension do in a tab, and what the page in it holds. */
import { browser } from 'wxt/browser';
import { type PageKind, pageKindOf } from '../core/briefing/page-kind';
import type { PageProbe } from '../core/briefing/why-unmarked';

export interface TabAccess {
  /** Null where the browser does not tell the address. */
  readonly url: string | null;
  readonly kind: PageKind | null;
  readonly allSitesAllowed: boolean;
  readonly siteAllowed: boolean;
  readonly filesAllowed: boolean;
}

const ALL_SITES = '<all_urls>';

export async function readTabAccess(url: string | undefined): Promise<TabAccess> {
  const known = url === undefined || url === '' ? null : url;
  const origins = known === null ? null : originsOf(known);
  const [allSitesAllowed, siteAllowed, filesAllowed] = await Promise.all([
    browser.permissions.contains({ origins: [ALL_SITES] }),
    origins !== null && browser.permissions.contains({ origins: [origins] }),
    browser.extension.isAllowedFileSchemeAccess(),
  ]);
  const kind = known === null ? null : pageKindOf(known, ownOrigin());
  return { url: known, kind, allSitesAllowed, siteAllowed, filesAllowed };
}

/** To be called in the reader's own click, and before anything is waited for. */
export function requestAccess(url: string | null): Promise<boolean> {
  const origins = url === null ? null : originsOf(url);
  return browser.permissions.request({ origins: [origins ?? ALL_SITES] });
}

/** Looks into the page; `refused` where the browser lets nobody in. */
export async function probePage(tab: number): Promise<PageProbe | 'refused'> {
  try {
    const [found] = await browser.scripting.executeScript({
      target: { tabId: tab },
      func: lookAround,
    });
    return (found?.result as PageProbe | undefined) ?? 'refused';
  } catch {
    return 'refused';
  }
}

/** `refused` where the browser lets nobody in. */
export async function readContentType(tab: number): Promise<string> {
  try {
    const [found] = await browser.scripting.executeScript({
      target: { tabId: tab },
      func: () => document.contentType,
    });
    return typeof found?.result === 'string' ? found.result : 'refused';
  } catch {
    return 'refused';
  }
}

/** `https://example.com/*`; ports are not part of a permission. Null for what is no site. */
function originsOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) ? `${protocol}//${hostname}/*` : null;
}

function ownOrigin(): string {
  return browser.runtime.getURL('/').replace(/\/$/, '');
}

/** Runs in the page and can use nothing from outside itself. Reads, and changes nothing. */
function lookAround(): PageProbe {
  const ENOUGH_CHARS = 5000;
  const LARGE_FIELD_PX2 = 40_000;
  const FIELDS = 'textarea, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';
  const NOT_READ = `${FIELDS}, script, style, noscript, template, code, svg, select`;
  const fields = [...document.querySelectorAll(FIELDS)];
  const charsOf = (field: Element): number =>
    (field instanceof HTMLTextAreaElement ? field.value : (field.textContent ?? '')).trim().length;
  let textChars = 0;
  const walker = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT);
  while (textChars < ENOUGH_CHARS && walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text;
    const isRead = parentElement?.closest(NOT_READ) === null && parentElement.checkVisibility();
    if (isRead) textChars += data.trim().length;
  }
  return {
    contentType: document.contentType,
    textChars,
    fieldChars: fields.reduce((sum, field) => sum + charsOf(field), 0),
    largeFields: fields.filter((field) => {
      const { width, height } = field.getBoundingClientRect();
      return width * height >= LARGE_FIELD_PX2;
    }).length,
  };
}
