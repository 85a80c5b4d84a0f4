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
const INLINE = new Set(
  'a abbr b bdi cite del dfn em font i ins label mark q s small span strike strong sub sup time u var wbr'.split(
    ' ',
  ),
);

export function isInline(element: Element): boolean {
  return INLINE.has(element.localName);
}

/** How far a name may reach over the nodes that follow. */
const NAME_CHARS = 120;
/** How far back to look for what is a boundary or an address. */
const BOUNDARY_CHARS = 60;
/** Formulas and animated letters put a node round each sign; no name takes so many. */
const MAX_PIECES = 60;

/** A text node or a line break. */
type Piece = Text | HTMLBRElement;

/**
 * What follows a node in its flow: takes the next piece in for as long as `goesOn` says so of the
 * text that followed so far, and no further than a name may reach.
 */
export function piecesAfter(node: Text, goesOn: (following: string) => boolean): Piece[] {
  return gather(node, true, NAME_CHARS, goesOn);
}

/** What stands directly before a node in its flow, by which a boundary can be told. */
export function piecesBefore(node: Text): Piece[] {
  return gather(node, false, BOUNDARY_CHARS).reverse();
}

export function flowOf(pieces: readonly Piece[]): TextFlow {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    if (piece instanceof Text) {
      nodes.push(piece);
      starts.push(text.length);
    }
    text += textOf(piece);
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

function textOf(piece: Piece): string {
  return piece instanceof Text ? piece.data : '\n';
}

/** Text nodes of the same flow so near that a name may reach from them over this place. */
export function neighboursOf(node: Node): Text[] {
  return [...gather(node, false, NAME_CHARS), ...gather(node, true, NAME_CHARS)].filter(
    (piece) => piece instanceof Text,
  );
}

function gather(
  from: Node,
  forward: boolean,
  reach: number,
  goesOn: (text: string) => boolean = () => true,
): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  let next = nextInFlow(from, forward);
  while (next !== null) {
    pieces.push(next);
    text += textOf(next);
    if (text.length >= reach || pieces.length >= MAX_PIECES || !goesOn(text)) break;
    next = nextInFlow(next, forward);
  }
  return pieces;
}

/** The next text node or line break of the same flow; null at a block boundary. */
export function nextInFlow(from: Node, forward: boolean): Piece | null {
  let current = from;
  let entering = false;
  for (;;) {
    const child = entering ? (forward ? current.firstChild : current.lastChild) : null;
    const next = child ?? siblingOf(current, forward);
    entering = false;
    if (next === null) {
      const parent = parentNodeOf(current);
      if (!(parent instanceof Element && isInline(parent))) return null;
      current = parent;
      continue;
    }
    current = next;
    if (current instanceof Text || current instanceof HTMLBRElement) return current;
    if (current instanceof Element) {
      if (!isInline(current) || isSkippedElement(current)) return null;
      entering = true;
    }
    // Comments and the like are passed over.
  }
}
