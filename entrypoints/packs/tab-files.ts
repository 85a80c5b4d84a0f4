/** Files that tabs show: the browser has fetched them, and we read what it shows. */
import { browser } from 'wxt/browser';
import type { PacksApi, TabText } from '../../lib/ui/packs/packs-api';

/** Endings of the addresses of files that can be imported. */
const FILE_PATH = /\.(?:json|jsonl|jsonld|ndjson|csv|tsv|txt)$/i;
/** UTF-16 code units; browsers hand over 64 MB at most. */
const MAX_TAB_CHARS = 20_000_000;

export const readableTabs: PacksApi['readableTabs'] = async () => {
  const tabs = await browser.tabs.query({});
  const isPrivate = browser.extension.inIncognitoContext;
  return tabs.flatMap(({ id, url, title, incognito }) => {
    if (id === undefined || url === undefined || incognito !== isPrivate) return [];
    if (!FILE_PATH.test(pathOf(url))) return [];
    return [{ id, url, title: title === undefined || title === '' ? url : title }];
  });
};

export const readTab: PacksApi['readTab'] = async (id): Promise<TabText> => {
  try {
    const { url = '', incognito } = await browser.tabs.get(id);
    // What a private window shows is not brought out of it.
    if (incognito !== browser.extension.inIncognitoContext) return UNREADABLE;
    const [shown] = await browser.scripting.executeScript({
      target: { tabId: id },
      func: textOfPage,
      args: [MAX_TAB_CHARS],
    });
    const text: unknown = shown?.result;
    if (typeof text === 'number') return { ok: false, reason: 'too-large' };
    // Chromium tells of a page that it could not be read by saying nothing.
    if (typeof text !== 'string') return UNREADABLE;
    const name = decodeURIComponentSafely(pathOf(url).split('/').at(-1) ?? '');
    return { ok: true, file: new File([text], name === '' ? new URL(url).hostname : name) };
  } catch {
    // A page of the browser's own, such as Firefox's viewer for JSON, or a tab that is gone.
    return UNREADABLE;
  }
};

const UNREADABLE: TabText = { ok: false, reason: 'unreadable' };

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Runs in the tab; the length of what is too long. Browsers show a text file as one `pre`. */
function textOfPage(maxChars: number): string | number {
  const pre = document.querySelector('body > pre');
  const text = pre ? (pre.textContent ?? '') : document.body.innerText;
  return text.length > maxChars ? text.length : text;
}
