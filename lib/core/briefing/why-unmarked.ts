/**
 * Why nothing is marked on a page. There is always an answer, and with it, where there is one,
 * the one thing that a reader can do about it.
 */
import { mayBePack } from './pack-file';
import { looksLikePdf, type PageKind } from './page-kind';

export type WhyUnmarked =
  | 'still-reading'
  | 'browser-page'
  | 'store-page'
  | 'source-view'
  | 'own-page'
  | 'extension-page'
  | 'reader-view'
  | 'no-site'
  /** The browser lets extensions into files only where the reader has allowed it. */
  | 'file-not-allowed'
  | 'pdf'
  /** A file that can be looked through and installed; names in it may be marked all the same. */
  | 'pack-file'
  /** Not a page of text: a picture, a film, bare data. */
  | 'not-a-page'
  /** The site is known; it can be asked for by itself. */
  | 'site-not-allowed'
  /** Not even the address is told: it may be a protected page as well. */
  | 'address-not-told'
  | 'switched-off'
  | 'facts-preparing'
  | 'facts-failed'
  /** Open since before the extension was installed or updated. */
  | 'needs-reload'
  | 'paused'
  | 'only-fields'
  | 'no-text'
  | 'no-known-names';

/** What the page itself was found to hold. */
export interface PageProbe {
  readonly contentType: string;
  /** Characters that a reader reads; counting ends somewhere. */
  readonly textChars: number;
  /** Characters in fields and editors, which are never read. */
  readonly fieldChars: number;
  /** Fields and editors large enough to write in. */
  readonly largeFields: number;
}

export interface PageSituation {
  /** Null where the browser does not tell the tab's address. */
  readonly url: string | null;
  readonly kind: PageKind | null;
  /** Whether the reader lets the extension read every site; this site; files. */
  readonly allSitesAllowed: boolean;
  readonly siteAllowed: boolean;
  readonly filesAllowed: boolean;
  /** The site's switch. */
  readonly isOn: boolean;
  readonly facts: 'ready' | 'asking' | 'preparing' | 'failed' | 'unanswered';
  /** Whether a content script answers, and whether any of them marks. */
  readonly frames: 'connecting' | 'unreachable' | 'idle' | 'marking';
  readonly isPaused: boolean;
  readonly mentions: number;
  /** `refused`: the browser lets nobody in; null while it is not known. */
  readonly probe: PageProbe | 'refused' | null;
}

/** Fewer are a label or two, in which nobody looks for names. */
const FEW_CHARS = 40;

/** Null where something is marked and nothing has to be said. */
export function whyUnmarked(page: PageSituation): WhyUnmarked | null {
  if (page.isPaused) return 'paused';
  if (page.mentions > 0) return null;
  return (
    whyKeptOut(page) ??
    whyNotReady(page) ??
    (page.frames === 'unreachable' ? whyUnanswered(page) : whyNothingFound(page))
  );
}

const KEPT_OUT = {
  browser: 'browser-page',
  store: 'store-page',
  'view-source': 'source-view',
  own: 'own-page',
  'other-extension': 'extension-page',
  'reader-view': 'reader-view',
} as const satisfies Partial<Record<PageKind, WhyUnmarked>>;

function whyKeptOut(page: PageSituation): WhyUnmarked | null {
  const { kind, url, probe } = page;
  const answers = page.frames === 'idle' || page.frames === 'marking';
  // Whoever answers was let in, whatever the address seems to say.
  if (answers) return null;
  if (kind === null || url === null)
    return page.allSitesAllowed ? 'browser-page' : 'address-not-told';
  if (kind !== 'web' && kind !== 'file' && kind !== 'no-site') return KEPT_OUT[kind];
  if (kind === 'file' && !page.filesAllowed) return 'file-not-allowed';
  if (kind === 'web' && !page.siteAllowed) return 'site-not-allowed';
  if (page.frames === 'connecting') return null;
  if (isPdf(page)) return 'pdf';
  if (kind === 'no-site') return 'no-site';
  if (isPackFile(page)) return 'pack-file';
  if (probe !== null && probe !== 'refused' && !isReadableType(probe.contentType)) {
    return 'not-a-page';
  }
  return null;
}

function isPdf({ url, probe }: PageSituation): boolean {
  if (probe !== null && probe !== 'refused') return probe.contentType === 'application/pdf';
  return url !== null && looksLikePdf(url);
}

function isPackFile({ url, probe }: PageSituation): boolean {
  const contentType = probe === null || probe === 'refused' ? null : probe.contentType;
  return mayBePack({ url, contentType });
}

function isReadableType(contentType: string): boolean {
  return /^(?:text\/html|application\/xhtml\+xml|text\/plain)$/.test(contentType);
}

function whyNotReady(page: PageSituation): WhyUnmarked | null {
  if (page.kind === 'web' && !page.isOn) return 'switched-off';
  if (page.facts === 'preparing') return 'facts-preparing';
  if (page.facts === 'failed' || page.facts === 'unanswered') return 'facts-failed';
  return page.frames === 'connecting' ? 'still-reading' : null;
}

function whyUnanswered({ probe }: PageSituation): WhyUnmarked {
  if (probe === null) return 'still-reading';
  return probe === 'refused' ? 'browser-page' : 'needs-reload';
}

function whyNothingFound(page: PageSituation): WhyUnmarked {
  const { probe } = page;
  if (probe === null) return 'still-reading';
  if (probe === 'refused') return 'no-known-names';
  if (isPackFile(page)) return 'pack-file';
  if (probe.textChars >= FEW_CHARS) {
    // A page that is mostly an editor has some words of its own around it.
    const isWritten = probe.largeFields > 0 && probe.fieldChars > probe.textChars;
    return isWritten ? 'only-fields' : 'no-known-names';
  }
  return probe.largeFields > 0 || probe.fieldChars > 0 ? 'only-fields' : 'no-text';
}
