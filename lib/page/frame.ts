/** Which frames take part, and which site's switch they follow. */
import { siteOfHost } from '../core/sites/site-switch';

/** Smaller frames are advertisements, counters and buttons. CSS pixels. */
const MIN_WIDTH_PX = 200;
const MIN_HEIGHT_PX = 100;

export const isTopFrame = window === window.top;

/** Whether the document is one whose text a reader reads. */
export function isReadableDocument(): boolean {
  return /^(?:text\/html|application\/xhtml\+xml|text\/plain)$/.test(document.contentType);
}

/** A frame too small to read, or without any text, starts nothing. The top page always takes part. */
export function isWorthReading(): boolean {
  if (isTopFrame) return true;
  return innerWidth >= MIN_WIDTH_PX && innerHeight >= MIN_HEIGHT_PX && hasText();
}

function hasText(): boolean {
  const walker = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentNode } = walker.currentNode as Text;
    if (!(parentNode instanceof HTMLScriptElement) && data.trim() !== '') return true;
  }
  return false;
}

/**
 * The site of the top page, whose switch every frame follows: null where the browser does not
 * tell (then the background has to be asked), `none` where the top page belongs to no site.
 */
export function topSite(): { readonly site: string | null } | null {
  if (isTopFrame) return { site: siteOfLocation(location) };
  // Firefox has it since 148.
  const origins = location.ancestorOrigins as DOMStringList | undefined;
  const top = origins?.item(origins.length - 1);
  if (!top) return null;
  try {
    return { site: siteOfLocation(new URL(top)) };
  } catch {
    return { site: null };
  }
}

function siteOfLocation({ protocol, host }: Pick<URL, 'protocol' | 'host'>): string | null {
  return /^https?:$/.test(protocol) ? siteOfHost(host) : null;
}
