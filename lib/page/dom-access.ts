/**
 * Walking up other people's trees. A form's controls hide its properties behind their names
 * (`<input name="parentElement">`), in our isolated world as well, so getters are taken from the
 * prototype.
 */
const getter = (name: 'parentNode' | 'nextSibling' | 'previousSibling') =>
  Object.getOwnPropertyDescriptor(Node.prototype, name)?.get;
const parentNodeGetter = getter('parentNode');
const nextSiblingGetter = getter('nextSibling');
const previousSiblingGetter = getter('previousSibling');

export function parentNodeOf(node: Node): Node | null {
  return parentNodeGetter?.call(node) ?? null;
}

export function siblingOf(node: Node, forward: boolean): Node | null {
  return (forward ? nextSiblingGetter : previousSiblingGetter)?.call(node) ?? null;
}

/** The parent element, or the host where the node stands directly in a shadow root. */
export function parentAcrossShadow(node: Node): Element | null {
  const parent = parentNodeOf(node);
  if (parent instanceof Element) return parent;
  return parent instanceof ShadowRoot ? parent.host : null;
}

export function matchesSelector(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/**
 * Reading order of two nodes, also of different shadow trees: the content of a shadow root
 * counts as standing at its host.
 */
export function compareReadingOrder(a: Node, b: Node): number {
  if (a === b) return 0;
  const rootsOfA = hostChain(a);
  const rootsOfB = hostChain(b);
  for (const [root, nodeInA] of rootsOfA) {
    const nodeInB = rootsOfB.get(root);
    if (nodeInB === undefined) continue;
    if (nodeInA === nodeInB) return rootsOfA.size - rootsOfB.size;
    return nodeInA.compareDocumentPosition(nodeInB) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  return 0;
}

/** From the innermost root outwards: the node that stands for this one in each. */
function hostChain(node: Node): Map<Node, Node> {
  const chain = new Map<Node, Node>();
  let current: Node | null = node;
  while (current !== null) {
    const root: Node = current.getRootNode();
    chain.set(root, current);
    current = root instanceof ShadowRoot ? root.host : null;
  }
  return chain;
}
