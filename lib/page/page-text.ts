/**
 * A page's text as excerpts count in it. The rule stays the same for good, since positions of
 * excerpts that readers have stored depend on it: text nodes in the order of the document, the
 * content of an open shadow root before the children of its host; a run of white space is one
 * space, outside of `pre`; a line ends where a block begins or ends. Styles are not asked, so that
 * a part that is folded away today counts as it did.
 */
import { isInline } from './text-flow';

/** Their text is no part of what is read. */
const NOT_READ = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'textarea',
  'select',
  'datalist',
  'iframe',
  'object',
  'audio',
  'video',
  'canvas',
]);
/** Inline by nature, though not in the list that the matcher's speed depends on. */
const INLINE_TOO = new Set(['code', 'kbd', 'samp', 'big', 'tt', 'ruby', 'img', 'acronym', 'data']);

/** As in a DOM range: in a text node a place in its data, else the number of a child. */
export interface Boundary {
  readonly node: Node;
  readonly offset: number;
}

export interface PageText {
  readonly text: string;
  /** For each boundary its offset in the text; -1 where nothing is read there. */
  readonly offsets: readonly number[];
}

/** `max`: the text is cut there, in UTF-16 code units. */
export function readPageText(
  root: Node,
  boundaries: readonly Boundary[] = [],
  max = Number.POSITIVE_INFINITY,
): PageText {
  const reading = new Reading(boundaries, max);
  reading.read(root);
  const { text } = reading;
  return { text, offsets: reading.offsets.map((offset) => Math.min(offset, text.length)) };
}

/** From the prototype, since a form's controls can hide its properties behind their names. */
const childNodesGetter = Object.getOwnPropertyDescriptor(Node.prototype, 'childNodes')?.get;

class Reading {
  text = '';
  readonly offsets: number[];
  /** For boundaries in elements: the node before which they stand, else the element they end. */
  readonly #places: readonly { readonly before: Node | null; readonly endOf: Node | null }[];
  #preDepth = 0;

  constructor(
    private readonly boundaries: readonly Boundary[],
    private readonly max: number,
  ) {
    this.offsets = boundaries.map(() => -1);
    this.#places = boundaries.map(placeOf);
  }

  /** With a walker, which no name of a form's control can mislead. */
  read(root: Node): void {
    const walker = Document.prototype.createTreeWalker.call(document, root);
    let isInside = true;
    while (isInside && this.text.length < this.max) {
      const goesIn = this.#enter(walker.currentNode);
      if (goesIn && walker.firstChild()) continue;
      if (goesIn) this.#leave(walker.currentNode);
      isInside = this.#toNext(walker, root);
    }
  }

  #toNext(walker: TreeWalker, root: Node): boolean {
    while (walker.currentNode !== root) {
      if (walker.nextSibling()) return true;
      walker.parentNode();
      this.#leave(walker.currentNode);
    }
    return false;
  }

  /** Whether what is in it is to be read. */
  #enter(node: Node): boolean {
    this.#note(({ before }) => before === node);
    if (node instanceof Text) this.#take(node);
    if (!(node instanceof Element)) return !(node instanceof CharacterData);
    if (NOT_READ.has(node.localName)) return false;
    if (isBlock(node)) this.#endLine();
    if (node.localName === 'pre') this.#preDepth += 1;
    const { shadowRoot } = node;
    if (shadowRoot instanceof ShadowRoot) this.read(shadowRoot);
    return true;
  }

  #leave(node: Node): void {
    this.#note(({ endOf }) => endOf === node);
    if (!(node instanceof Element)) return;
    if (node.localName === 'pre') this.#preDepth -= 1;
    if (isBlock(node)) this.#endLine();
  }

  #take(node: Text): void {
    const piece = this.#asRead(node.data);
    this.boundaries.forEach((boundary, index) => {
      if (boundary.node !== node) return;
      const before = this.#asRead(node.data.slice(0, boundary.offset));
      this.offsets[index] = this.text.length + before.length;
    });
    this.text += piece.slice(0, this.max - this.text.length);
  }

  /** As it reads after the text so far. */
  #asRead(data: string): string {
    if (this.#preDepth > 0) return data;
    const collapsed = data.replace(/[ \t\n\r\f]+/g, ' ');
    const isAfterSpace = this.text === '' || /[ \n]$/.test(this.text);
    return isAfterSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
  }

  /** Takes the place of a space, so that what was counted before still holds. */
  #endLine(): void {
    if (this.text === '' || this.text.endsWith('\n')) return;
    this.text = `${this.text.replace(/ $/, '')}\n`;
  }

  #note(isHere: (place: { before: Node | null; endOf: Node | null }) => boolean): void {
    this.#places.forEach((place, index) => {
      if (isHere(place)) this.offsets[index] = this.text.length;
    });
  }
}

function placeOf({ node, offset }: Boundary) {
  if (node instanceof Text) return { before: null, endOf: null };
  const children: NodeListOf<ChildNode> | undefined = childNodesGetter?.call(node);
  const before = children?.[offset] ?? null;
  return { before, endOf: before ? null : node };
}

function isBlock(element: Element): boolean {
  return !isInline(element) && !INLINE_TOO.has(element.localName);
}
