/**
 * What a page says of itself: enough to cite it. All of it is the page's own word, for the
 * background to check and for the reader to correct.
 */
import { readPageDate } from './page-date';

/** What is longer is no name. UTF-16 code units. */
const MAX_SAID_CHARS = 1000;
const MAX_ADDRESS_CHARS = 5000;

export interface PageSource {
  readonly url: string;
  readonly canonical?: string | undefined;
  readonly title: string;
  readonly siteName?: string | undefined;
  readonly byline?: string | undefined;
  readonly published?: string | undefined;
  readonly lang?: string | undefined;
}

/** `near` is an element of the text that is meant; null for the page as a whole. */
export function readSource(near: Element | null): PageSource {
  return {
    url: location.href.slice(0, MAX_ADDRESS_CHARS),
    canonical: canonical(),
    title: said(content('meta[property="og:title"]')) ?? document.title.slice(0, MAX_SAID_CHARS),
    siteName: said(
      content('meta[property="og:site_name"]') ?? content('meta[name="application-name"]'),
    ),
    byline: said(byline()),
    published: readPageDate(near)?.date,
    lang: language(near),
  };
}

/** From the prototype, since a page's elements can hide a document's properties by their names. */
function first(selector: string): Element | null {
  return Document.prototype.querySelector.call(document, selector);
}

function content(selector: string): string | undefined {
  return first(selector)?.getAttribute('content') ?? undefined;
}

function canonical(): string | undefined {
  const href = first('link[rel~="canonical" i][href]')?.getAttribute('href');
  if (!href || href.length > MAX_ADDRESS_CHARS) return undefined;
  return URL.canParse(href, document.baseURI) ? new URL(href, document.baseURI).href : undefined;
}

/** Some sites give the address of the author's page where the name should be. */
function byline(): string | undefined {
  const given = [
    content('meta[name="author" i]'),
    content('meta[property="article:author"]'),
    content('meta[name="parsely-author" i]'),
    content('meta[name="citation_author" i]'),
    first('[rel~="author"]')?.textContent ?? undefined,
    first('[itemprop="author"] [itemprop="name"]')?.textContent ?? undefined,
  ];
  return given.find((name) => name !== undefined && name.trim() !== '' && !/:\/\//.test(name));
}

function language(near: Element | null): string | undefined {
  const element = near ? Element.prototype.closest.call(near, '[lang]') : null;
  const tag = (element ?? document.documentElement)?.getAttribute('lang') ?? '';
  return said(tag);
}

function said(text: string | undefined): string | undefined {
  const words = text?.slice(0, MAX_SAID_CHARS).replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words;
}
