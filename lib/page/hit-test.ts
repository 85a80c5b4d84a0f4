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
      const elements = elementsAt(document, x, y);
      for (const [depth, element] of elements.entries()) {
        for (const mention of byElement.get(element) ?? []) {
          if (!clientRectsOf(mention).some((rect) => contains(rect, x, y))) continue;
          return elements.slice(0, depth).some((above) => covers(above, x, y)) ? null : mention;
        }
      }
      return null;
    },
  };
}

/** Innermost first, through open shadow roots. */
function elementsAt(root: Document | ShadowRoot, x: number, y: number): Element[] {
  return root.elementsFromPoint(x, y).flatMap((element) => {
    // Chromium gives the elements of the trees around this one too, which would lead back here.
    if (element.getRootNode() !== root) return [];
    const inner = element.shadowRoot;
    return inner === null ? [element] : [...elementsAt(inner, x, y), element];
  });
}

const REPLACED = /^(?:img|picture|video|canvas|iframe|object|embed)$/;
const TRANSPARENT = /^(?:transparent|rgba\(\d+, \d+, \d+, 0\))$/;

/**
 * Whether an element hides what is painted under it, like a sticky header; a link that is merely
 * stretched over a card does not. Asked only where a mention lies below.
 */
function covers(element: Element, x: number, y: number): boolean {
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
  const isPainted =
    REPLACED.test(element.localName) ||
    backgroundImage !== 'none' ||
    !TRANSPARENT.test(backgroundColor);
  if (!isPainted || opacity === '0') return false;
  // A pseudo-element may reach further than the element that has the background.
  return [...element.getClientRects()].some((rect) => contains(rect, x, y));
}

function contains(rect: DOMRect, x: number, y: number): boolean {
  return (
    x >= rect.left &&
    x <= rect.right &&
    y >= rect.top - TOLERANCE_PX &&
    y <= rect.bottom + TOLERANCE_PX
  );
}
