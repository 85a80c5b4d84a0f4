/**
 * Paints fewer mentions than there are: the first of each name on the page, or in each section.
 * The others are not in the browser's registry, so no page learns of them; they are counted,
 * stepped to and explained like all others, since a reader who wants a calm page still wants to
 * know who somebody is.
 */
import type { Density } from '../core/settings/settings';
import { compareReadingOrder, parentAcrossShadow } from './dom-access';
import { PAINTING, type Painting } from './highlighter';
import type { Mention } from './mention';

/** Where a section begins. It ends where the next one begins. */
const SECTION_STARTS = 'h1, h2, h3, h4, h5, h6, article, section';

/** From now on this frame's marks are as dense as that; the result looks again. */
export function keepDensity(density: () => Density): () => void {
  const { [PAINTING]: painting } = globalThis as { [PAINTING]?: Painting };
  if (!painting) return () => {};
  let isDue = false;
  function look(): void {
    isDue = false;
    if (painting) paint(painting, density());
  }
  // Before the next time that anything is painted, however often the page changes until then.
  painting.onChange = () => {
    if (!isDue) requestAnimationFrame(look);
    isDue = true;
  };
  look();
  return look;
}

function paint({ marks, ranges }: Painting, density: Density): void {
  const wanted = density === 'all' ? ranges : firstOf([...ranges.keys()], density);
  for (const [mention, parts] of ranges) {
    const isWanted = wanted.has(mention);
    for (const part of parts) {
      if (isWanted === marks.has(part)) continue;
      if (isWanted) marks.add(part);
      else marks.delete(part);
    }
  }
}

function firstOf(mentions: Mention[], density: Density): Set<Mention> {
  const sectionAt = density === 'section' ? createSections() : () => 0;
  const known = new Set<string>();
  const first = new Set<Mention>();
  for (const { mention, node } of inReadingOrder(mentions)) {
    const name = `${sectionAt(node)} ${mention.match.entities.join(' ')}`;
    if (known.has(name)) continue;
    first.add(mention);
    // One that nobody sees now may be shown later, but is not the first that a reader meets.
    if (isVisible(node)) known.add(name);
  }
  return first;
}

interface Placed {
  readonly mention: Mention;
  readonly node: Text;
}

function inReadingOrder(mentions: readonly Mention[]): Placed[] {
  return mentions
    .flatMap((mention) => {
      const node = mention.spans[0]?.node;
      return node?.isConnected ? [{ mention, node, start: mention.spans[0]?.start ?? 0 }] : [];
    })
    .sort((a, b) => (a.node === b.node ? a.start - b.start : compareReadingOrder(a.node, b.node)));
}

/** Asked for nodes in reading order: how many sections have begun before. */
function createSections(): (node: Node) => number {
  const starts = [...document.querySelectorAll(SECTION_STARTS)];
  let begun = 0;
  return (node) => {
    for (let next = starts[begun]; next && compareReadingOrder(next, node) < 0; ) {
      begun += 1;
      next = starts[begun];
    }
    return begun;
  };
}

function isVisible(node: Node): boolean {
  return (
    parentAcrossShadow(node)?.checkVisibility({
      visibilityProperty: true,
      opacityProperty: true,
    }) ?? false
  );
}
