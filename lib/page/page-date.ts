/**
 * Collects what the page says on its date of publication. Every number here bounds what a hostile
 * page can make us read; the rest is lib/core/page-date's.
 */
import { findPageDate, type PageDate } from '../core/page-date/page-date';

const MAX_JSON_LD_SCRIPTS = 20;
/** Of all scripts together, in UTF-16 code units. */
const MAX_JSON_LD_CHARS = 600_000;
const MAX_METAS = 300;
const MAX_CONTENT_CHARS = 200;
const MAX_TIMES = 30;
/** A paragraph of the text itself, not a byline. UTF-16 code units. */
const LONG_PARAGRAPH_CHARS = 120;

/** `near` is an element of the text that is being read. Null where the page tells no date. */
export function readPageDate(near: Element | null): PageDate | null {
  const signs = {
    address: location.href,
    jsonLd: jsonLdTexts(),
    metas: metas(),
    times: times(near),
  };
  return findPageDate(signs, new Date().toISOString().slice(0, 10));
}

/** From the prototype, since a page's elements can hide a document's properties by their names. */
function all(root: Document | Element, selector: string, max: number): Element[] {
  const prototype = root instanceof Document ? Document.prototype : Element.prototype;
  const found: NodeListOf<Element> = prototype.querySelectorAll.call(root, selector);
  return Array.from({ length: Math.min(max, found.length) }, (_, i) => found[i]).filter(
    (element) => element !== undefined,
  );
}

function jsonLdTexts(): string[] {
  let room = MAX_JSON_LD_CHARS;
  return all(document, 'script[type="application/ld+json" i]', MAX_JSON_LD_SCRIPTS).flatMap(
    ({ textContent }) => {
      room -= textContent?.length ?? 0;
      return textContent !== null && room >= 0 ? [textContent] : [];
    },
  );
}

function metas(): { name: string; content: string }[] {
  const selector = 'meta[content]:is([name], [property], [itemprop])';
  return all(document, selector, MAX_METAS).flatMap((meta) => {
    const content = meta.getAttribute('content')?.slice(0, MAX_CONTENT_CHARS) ?? '';
    return ['name', 'property', 'itemprop'].flatMap((attribute) => {
      const name = meta.getAttribute(attribute);
      return name === null ? [] : [{ name: name.slice(0, MAX_CONTENT_CHARS), content }];
    });
  });
}

const TEXT_ROOT = 'article, main, [role="main"]';
const ELSEWHERE = 'aside, nav, footer';

/** Those at the head of the text that is being read; times further down are about what it tells. */
function times(near: Element | null): { datetime: string; isMarked: boolean }[] {
  const root = closest(near, TEXT_ROOT);
  if (!root) return [];
  const body = bodyOf(root);
  return all(root, 'time[datetime]', MAX_TIMES).flatMap((time) => {
    const isOwn = closest(time, TEXT_ROOT) === root && closest(time, ELSEWHERE) === null;
    const marks = ['itemprop', 'class'].map((name) => time.getAttribute(name) ?? '').join(' ');
    if (!isOwn || /modif|updat/i.test(marks)) return [];
    const isMarked = /publish|pubdate/i.test(marks) || time.hasAttribute('pubdate');
    const isBefore =
      !body || (body.compareDocumentPosition(time) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    const isAtHead = isBefore && !isLong(closest(time, 'p'));
    if (!isMarked && !isAtHead) return [];
    const datetime = time.getAttribute('datetime')?.slice(0, MAX_CONTENT_CHARS) ?? '';
    return [{ datetime, isMarked }];
  });
}

/** Where the text itself begins. A long paragraph that stands alone before it is a standfirst. */
function bodyOf(root: Element): Element | undefined {
  const [first, second] = all(root, 'p', MAX_METAS).filter(isLong);
  return second && first?.nextElementSibling !== second ? second : first;
}

function isLong(paragraph: Element | null): boolean {
  return (paragraph?.textContent?.trim().length ?? 0) >= LONG_PARAGRAPH_CHARS;
}

/** The element itself or the nearest one around it, also outside its shadow root. */
function closest(element: Element | null, selector: string): Element | null {
  let current = element;
  while (current !== null) {
    const found: Element | null = Element.prototype.closest.call(current, selector);
    if (found) return found;
    const tree = current.getRootNode();
    current = tree instanceof ShadowRoot ? tree.host : null;
  }
  return null;
}
