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
import { flowFrom, singleNodeFlow, withTextBefore } from './text-flow';

/** A step of work between two looks at the clock. */
const NODES_PER_STEP = 64;
/**
 * Of longer text nodes it is asked first whether they are text at all, since scripts and style
 * sheets are long. Asking every node costs more than reading it: each parent asked for has to be
 * wrapped for us by the browser. UTF-16 code units.
 */
const LONG_CHARS = 500;
/** Still longer ones are read in pieces of this size. */
const PIECE_CHARS = 50_000;

export interface TextScanner {
  /** Reads all text below `root` (or the text node itself), yielding now and then. */
  scan(root: Node): Generator<void>;
}

export function createTextScanner(
  matcher: Matcher,
  index: PageIndex,
  readability: Readability,
  remote?: RemoteNames,
): TextScanner {
  function* scan(root: Node): Generator<void> {
    yield* scanNodes(root);
    remote?.end();
  }

  function* scanNodes(root: Node): Generator<void> {
    if (root instanceof Text) {
      yield* scanNode(root);
      return;
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let count = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node as Text;
      if (text.length > LONG_CHARS) yield* scanNode(text);
      else scanShort(text);
      if (++count % NODES_PER_STEP === 0) yield;
    }
  }

  function* scanNode(node: Text): Generator<void> {
    if (!isTextParent(parentNodeOf(node))) return;
    if (node.length <= PIECE_CHARS) {
      scanShort(node);
      return;
    }
    const text = node.data;
    const candidates: Candidate[] = [];
    let openFrom = -1;
    for (let from = 0; from < text.length; from += PIECE_CHARS) {
      const to = Math.min(text.length, from + PIECE_CHARS);
      const piece = matcher.scan(text, from, to, remote?.probe);
      remote?.heard(node, text, from);
      candidates.push(...piece.candidates);
      if (openFrom < 0) openFrom = piece.openFrom;
      yield;
    }
    accept(node, text, candidates, openFrom);
  }

  function scanShort(node: Text): void {
    const text = node.data;
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
    let flow = singleNodeFlow(node);
    let found = candidates;
    if (openFrom >= 0) {
      flow = flowFrom(node, (soFar) => matcher.scan(soFar, openFrom, text.length).openFrom >= 0);
      if (flow.nodes.length > 1) found = matcher.scan(flow.text, 0, text.length).candidates;
    }
    if (found.length === 0 || !readability.isReadable(node)) return;
    if (found[0]?.start === 0) {
      const longer = withTextBefore(flow);
      const start = longer.text.length - flow.text.length;
      if (start > 0) {
        flow = longer;
        // Only what begins in the node: what begins before it is found from there.
        found = matcher.scan(flow.text, start, start + text.length).candidates;
      }
    }
    if (found.length > 0) index.put(node, flow, found);
  }

  return { scan };
}
