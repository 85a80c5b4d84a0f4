/**
 * Open shadow roots. A root that is attached later sends no mutation record, so the annotator
 * looks again at named times.
 */

const ELEMENTS_PER_STEP = 256;

/** Each open shadow root below the nodes, nested ones too; nothing now and then, as a pause. */
export function* findShadowRoots(roots: Iterable<Node>): Generator<ShadowRoot | undefined> {
  let count = 0;
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
      const shadow = shadowRootOf(node);
      if (shadow) yield* withNested(shadow);
      if (++count % ELEMENTS_PER_STEP === 0) yield;
    }
  }
}

/**
 * Those of custom elements, which most hosts are. The browser finds these by itself, several times
 * as fast as we look at every element, each of which would have to be wrapped for us.
 */
export function* findCustomShadowRoots(): Generator<ShadowRoot | undefined> {
  const hosts = new XPathEvaluator().evaluate(
    "//*[contains(name(),'-')]",
    document,
    null,
    XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
  );
  for (let i = 0; i < hosts.snapshotLength; i++) {
    const shadow = shadowRootOf(hosts.snapshotItem(i));
    if (shadow) yield* withNested(shadow);
    if (i % ELEMENTS_PER_STEP === ELEMENTS_PER_STEP - 1) yield;
  }
}

function* withNested(shadow: ShadowRoot): Generator<ShadowRoot | undefined> {
  yield shadow;
  yield* findShadowRoots([shadow]);
}

/** A form's controls can hide its properties behind their names. */
function shadowRootOf(node: Node | null): ShadowRoot | null {
  const shadow = (node as Partial<Element> | null)?.shadowRoot;
  return shadow instanceof ShadowRoot ? shadow : null;
}
