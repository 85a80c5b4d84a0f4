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
  'b',
  'bdi',
  'cite',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'label',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
]);

export function isInline(element: Element): boolean {
  return INLINE.has(element.localName);
}

/** How far a name may reach over the nodes that follow. */
const NAME_CHARS = 120;
/** How far back to look for what is a boundary or an address. */
const BOUNDARY_CHARS = 60;
/** Formulas and animated letters put a node round each sign; no name takes so many. */
const MAX_PIECES = 60;

export function singleNodeFlow(node: Text): TextFlow {
  return { nodes: [node], starts: [0], text: node.data };
}

/**
 * The flow from a node onwards: takes the next node in for as long as `goesOn` says so of the
 * text so far, and no further than a name may reach.
 */
export function flowFrom(node: Text, goesOn: (text: string) => boolean): TextFlow {
  const pieces: Piece[] = [node];
  let text = node.data;
  const limit = text.length + NAME_CHARS;
  let position: Node = node;
  while (text.length < limit && pieces.length < MAX_PIECES && goesOn(text)) {
    const next = nextInFlow(position, true);
    if (next === null) break;
    position = next;
    pieces.push(toPiece(next));
    text += next instanceof Text ? next.data : '\n';
  }
  return joined(pieces);
}

/** The same flow with the text directly before it, by which a boundary can be told. */
export function withTextBefore(flow: TextFlow): TextFlow {
  const [first] = flow.nodes;
  if (!first) return flow;
  const before = joined(gather(first, false, BOUNDARY_CHARS).reverse());
  const shift = before.text.length;
  return {
    nodes: [...before.nodes, ...flow.nodes],
    starts: [...before.starts, ...flow.starts.map((start) => start + shift)],
    text: before.text + flow.text,
  };
}

function joined(pieces: readonly Piece[]): TextFlow {
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

function toPiece(node: Text | HTMLBRElement): Piece {
  return node instanceof Text ? node : LINE_BREAK;
}

function gather(from: Node, forward: boolean, reach: number): Piece[] {
  const pieces: Piece[] = [];
  let length = 0;
  let position: Node = from;
  while (length < reach && pieces.length < MAX_PIECES) {
    const next = nextInFlow(position, forward);
    if (next === null) break;
    position = next;
    pieces.push(toPiece(next));
    length += next instanceof Text ? next.length : 1;
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
