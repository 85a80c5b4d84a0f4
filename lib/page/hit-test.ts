/**
 * Which mention is at a point. Asks the elements at the point and compares boxes, rather than
 * asking for the caret position: that one sees nothing under a link stretched over a card, nor
 * text that cannot be selected.
 */
import { parentAcrossShadow } from './dom-access';
import { clientRectsOf, type Mention, type MentionChange } from './mention';

/** Pixels around a box that still count; dotted underlines stand below the text's box. */
const TOLERANCE_PX = 2;

export interface HitTest {
  apply(change: MentionChange): void;
  /** Viewport coordinates, as in pointer events. */
  mentionAt(x: number, y: number): Mention | null;
}

export function createHitTest(): HitTest {
  const byElement = new Map<Element, Set<Mention>>();

  function elementsOf(mention: Mention): Element[] {
    return mention.spans.flatMap(({ node }) => parentAcrossShadow(node) ?? []);
  }

  /** A mention's element may have changed since, so it is remembered where it was put. */
  const placed = new Map<Mention, Element[]>();

  return {
    apply({ added, removed }) {
      for (const mention of removed) {
        for (const element of placed.get(mention) ?? []) {
          const mentions = byElement.get(element);
          mentions?.delete(mention);
          if (mentions?.size === 0) byElement.delete(element);
        }
        placed.delete(mention);
      }
      for (const mention of added) {
        const elements = elementsOf(mention);
        placed.set(mention, elements);
        for (const element of elements) {
          const mentions = byElement.get(element);
          if (mentions) mentions.add(mention);
          else byElement.set(element, new Set([mention]));
        }
      }
    },

    mentionAt(x, y) {
      if (byElement.size === 0) return null;
      for (const element of elementsAt(document, x, y)) {
        for (const mention of byElement.get(element) ?? []) {
          if (clientRectsOf(mention).some((rect) => contains(rect, x, y))) return mention;
        }
      }
      return null;
    },
  };
}

/** Innermost first, through open shadow roots. */
function elementsAt(root: Document | ShadowRoot, x: number, y: number): Element[] {
  return root.elementsFromPoint(x, y).flatMap((element) => {
    const inner = element.shadowRoot;
    if (inner === null || inner === root) return element.getRootNode() === root ? [element] : [];
    return [...elementsAt(inner, x, y), element];
  });
}

function contains(rect: DOMRect, x: number, y: number): boolean {
  return (
    x >= rect.left &&
    x <= rect.right &&
    y >= rect.top - TOLERANCE_PX &&
    y <= rect.bottom + TOLERANCE_PX
  );
}
