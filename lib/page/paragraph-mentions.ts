import { type EntityKey, packOfKey } from '../core/facts/keys';
import { parentAcrossShadow } from './dom-access';
import type { Mention } from './mention';

/** More would say nothing on this mention in particular. */
const MAX_ENTITIES = 8;
/** A longer block is a page without paragraphs. UTF-16 code units. */
const MAX_PARAGRAPH_CHARS = 4000;

/**
 * Whom else the paragraph around a mention names, the nearest first: for each the keys by which
 * packs know it, one of each pack at most. Names that may mean several of one pack are left out. `mentions` are all of the page, in reading order.
 */
export function entitiesInParagraph(
  mention: Mention,
  mentions: readonly Mention[],
): (readonly EntityKey[])[] {
  const paragraph = paragraphOf(mention);
  const at = mentions.indexOf(mention);
  if (!paragraph || at < 0) return [];
  const isInside = (index: number): boolean => {
    const node = mentions[index]?.spans[0]?.node;
    return node !== undefined && Node.prototype.contains.call(paragraph, node);
  };
  let first = at;
  while (isInside(first - 1)) first -= 1;
  let last = at;
  while (isInside(last + 1)) last += 1;
  const others = mentions
    .slice(first, last + 1)
    .map(({ match }, i) => ({ entities: match.entities, distance: Math.abs(first + i - at) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ entities }) => entities)
    .filter(isOnePerPack)
    .filter((entities) => !entities.some((key) => mention.match.entities.includes(key)));
  const found = new Map(others.map((entities) => [entities.join(' '), entities]));
  return [...found.values()].slice(0, MAX_ENTITIES);
}

function isOnePerPack(entities: readonly EntityKey[]): boolean {
  return new Set(entities.map(packOfKey)).size === entities.length;
}

function paragraphOf(mention: Mention): Element | null {
  const node = mention.spans[0]?.node;
  let element = node ? parentAcrossShadow(node) : null;
  while (element && /^(?:inline|contents|ruby)/.test(getComputedStyle(element).display)) {
    element = parentAcrossShadow(element);
  }
  const length = element?.textContent?.length ?? 0;
  return length <= MAX_PARAGRAPH_CHARS ? element : null;
}
