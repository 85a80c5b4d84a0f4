/**
 * Open shadow roots below a node. A root that is attached later sends no mutation record, so the
 * annotator looks again at named times.
 */

const ELEMENTS_PER_STEP = 256;

/** Calls `found` for each open shadow root, nested ones too, yielding now and then. */
export function* findShadowRoots(root: Node, found: (shadow: ShadowRoot) => void): Generator<void> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  let node: Node | null = walker.currentNode;
  for (let count = 1; node !== null; count++, node = walker.nextNode()) {
    const shadow = node instanceof Element ? node.shadowRoot : null;
    if (shadow) {
      found(shadow);
      yield* findShadowRoots(shadow, found);
    }
    if (count % ELEMENTS_PER_STEP === 0) yield;
  }
}
