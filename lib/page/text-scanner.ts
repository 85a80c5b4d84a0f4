/**
 * Reads text nodes and puts what the matcher finds into the page index.
 *
 * The order matters for speed: every text node is scanned raw, and only where the matcher finds
 * something, or a name may go on beyond the node, are the surroundings looked at: whether an
 * ancestor is to be skipped, and which neighbours belong to the same flow. Grouping every node
 * into its flow first, and matching then, costs about three times as much.
 */
import type { Candidate, Matcher } from '../core/matcher/matcher';
import { parentNodeOf } from './dom-access';
import type { PageIndex } from './page-index';
import type { RemoteNames } from './remote-names-contract';
import { isTextParent, type Readability } from './skip-rules';
import { flowOf, piecesAfter, piecesBefore } from './text-flow';

/**
 * A step of work between two looks at the clock, in UTF-16 code units; a node costs as much as
 * some of them, however short.
 */
const STEP_CHARS = 30_000;
const NODE_CHARS = 200;
/**
 * Of longer text nodes it is asked first whether they are text at all, since scripts and style
 * sheets are long. Asking every node costs more than reading it: each parent asked for has to be
 * wrapped for us by the browser. UTF-16 code units.
 */
const LONG_CHARS = 500;

export interface TextScanner {
  /** Reads the text below `root` (or the text node itself) from a place in it on, step by step. */
  scan(root: Node, from?: Node): Generator<void>;
}

export function createTextScanner(
  matcher: Matcher,
  index: PageIndex,
  readability: Readability,
  remote?: RemoteNames,
): TextScanner {
  /** Of this step. */
  let work = 0;

  function* scan(root: Node, from = root): Generator<void> {
    index.beginRun();
    work = 0;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    walker.currentNode = from;
    let node = from instanceof Text ? from : nextText(walker);
    while (node !== null) {
      node = scanShortOnes(walker, node);
      if (work >= STEP_CHARS) {
        work = 0;
        yield;
      } else if (node !== null) {
        if (isTextParent(parentNodeOf(node))) yield* scanLong(node);
        node = nextText(walker);
      }
    }
    remote?.end();
  }

  /** Until the step is over; gives the node that is to be read next, or a longer one before. */
  function scanShortOnes(walker: TreeWalker, from: Text): Text | null {
    let node: Text | null = from;
    while (node !== null && work < STEP_CHARS) {
      const text: string = node.data;
      if (text.length > LONG_CHARS) return node;
      scanShort(node, text);
      work += text.length + NODE_CHARS;
      node = nextText(walker);
    }
    return node;
  }

  function* scanLong(node: Text): Generator<void> {
    const text = node.data;
    let candidates: readonly Candidate[] = [];
    let openFrom = -1;
    for (let from = 0; from < text.length; from += STEP_CHARS) {
      if (from > 0) yield;
      const to = Math.min(text.length, from + STEP_CHARS);
      const piece = matcher.scan(text, from, to, remote?.probe);
      remote?.heard(node, text, from);
      candidates = candidates.concat(piece.candidates);
      if (openFrom < 0) openFrom = piece.openFrom;
      work += to - from;
    }
    accept(node, text, candidates, openFrom);
  }

  function scanShort(node: Text, text: string): void {
    const { candidates, openFrom } = matcher.scan(text, 0, text.length, remote?.probe);
    remote?.heard(node, text);
    if (candidates.length > 0 || openFrom >= 0) accept(node, text, candidates, openFrom);
  }

  /** Looks at the surroundings as far as they matter for what was found in the node itself. */
  function accept(
    node: Text,
    text: string,
    candidates: readonly Candidate[],
    openFrom: number,
  ): void {
    let open = openFrom;
    const following =
      open < 0
        ? []
        : piecesAfter(node, (soFar) => {
            open = matcher.scan(text + soFar, open, text.length).openFrom;
            return open >= 0;
          });
    let flow = flowOf([node, ...following]);
    let found = candidates;
    if (following.length > 0) {
      const closed = found.filter(({ start }) => start < openFrom);
      found = closed.concat(matcher.scan(flow.text, openFrom, text.length).candidates);
    }
    if (found.length === 0 || !readability.isReadable(node)) return;
    const before = found[0]?.start === 0 ? piecesBefore(node) : [];
    if (before.length > 0) {
      flow = flowOf([...before, node, ...following]);
      const start = flow.starts[flow.nodes.indexOf(node)] ?? 0;
      // Only what begins in the node: what begins before it is found from there.
      found = matcher.scan(flow.text, start, start + text.length).candidates;
    }
    if (found.length > 0) index.put(node, flow, found);
  }

  return { scan };
}

function nextText(walker: TreeWalker): Text | null {
  return walker.nextNode() as Text | null;
}
