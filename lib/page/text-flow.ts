/**
 * A flow: neighbouring text nodes that a reader sees as one run, because no block boundary lies
 * between them. `<b>Ant</b> Group` is one flow of two nodes.
 */
import type { Span } from '../core/recognition/mention';
import { parentNodeOf, siblingOf } from './dom-access';
import { isSkippedElement } from './skip-rules';

export interface TextFlow {
  readonly nodes: readonly Text[];
  /** Of each node: where its text begins in `text`. A line break between nodes takes one place. */
  readonly starts: readonly number[];
  readonly text: string;
}

/** A part of one text node. Offsets in UTF-16 code units, end exclusive. */
export interface NodeSpan extends Span {
  readonly node: Text;
}

/** By tag, since asking the computed style would force layout. */
const INLINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'label',
  'mark',
  'nobr',
  'q',
  's',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
]);

export function isInline(element: Element): boolean {
  return INLINE.has(element.localName);
}

/** How much text is gathered on each side of a node; longer than any name with its surroundings. */
const REACH_CHARS = 400;
/** How far a name may reach that a change of one node joins or parts. */
const NAME_CHARS = 80;

export function singleNodeFlow(node: Text): TextFlow {
  return { nodes: [node], starts: [0], text: node.data };
}

/** The flow around a node, as far as names and their boundaries need it. */
export function flowAround(node: Text): TextFlow {
  const before = gather(node, false, REACH_CHARS).reverse();
  const pieces = [...before, node, ...gather(node, true, REACH_CHARS)];
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    if (piece === LINE_BREAK) {
      text += '\n';
    } else {
      nodes.push(piece);
      starts.push(text.length);
      text += piece.data;
    }
  }
  return { nodes, starts, text };
}

/** The parts of text nodes that a span of the flow's text covers; empty parts are left out. */
export function nodeSpansOf(flow: TextFlow, span: Span): NodeSpan[] {
  const spans: NodeSpan[] = [];
  flow.nodes.forEach((node, index) => {
    const offset = flow.starts[index] ?? 0;
    const start = Math.max(0, span.start - offset);
    const end = Math.min(node.data.length, span.end - offset);
    if (start < end) spans.push({ node, start, end });
  });
  return spans;
}

const LINE_BREAK = Symbol('line break');
type Piece = Text | typeof LINE_BREAK;

/** Text nodes of the same flow so near that a name may reach from them over this place. */
export function neighboursOf(node: Node): Text[] {
  return [...gather(node, false, NAME_CHARS), ...gather(node, true, NAME_CHARS)].filter(
    (piece) => piece !== LINE_BREAK,
  );
}

function gather(from: Node, forward: boolean, reach: number): Piece[] {
  const pieces: Piece[] = [];
  let length = 0;
  let position: Node = from;
  while (length < reach) {
    const next = nextInFlow(position, forward);
    if (next === null) break;
    position = next;
    if (next instanceof Text) {
      pieces.push(next);
      length += next.data.length;
    } else {
      pieces.push(LINE_BREAK);
      length += 1;
    }
  }
  return pieces;
}

/** The next text node or line break of the same flow; null at a block boundary. */
export function nextInFlow(from: Node, forward: boolean): Text | HTMLBRElement | null {
  let current: Node | null = from;
  let entering = false;
  while (current !== null) {
    const child: Node | null = entering ? (forward ? current.firstChild : current.lastChild) : null;
    const next: Node | null = child ?? siblingOf(current, forward);
    if (next === null) {
      const parent = parentNodeOf(current);
      if (!(parent instanceof Element) || !isInline(parent)) return null;
      current = parent;
      entering = false;
      continue;
    }
    current = next;
    entering = false;
    if (current instanceof Text) return current;
    if (current instanceof HTMLBRElement) return current;
    if (current instanceof Element) {
      if (!isInline(current) || isSkippedElement(current)) return null;
      entering = true;
    }
    // Comments and the like are passed over.
  }
  return null;
}
