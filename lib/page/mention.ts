import type { ResolvedMatch } from '../core/recognition/resolve';
import { type NodeSpan, nodeSpansOf, type TextFlow } from './text-flow';

/** A match that has a place on this page. */
export interface Mention {
  readonly match: ResolvedMatch;
  /** The words on the page. */
  readonly text: string;
  /** Its parts, in order; never empty. */
  readonly spans: readonly NodeSpan[];
}

export interface MentionChange {
  readonly added: readonly Mention[];
  /** Always taken away before the added ones are put in. */
  readonly removed: readonly Mention[];
}

export function createMention(flow: TextFlow, match: ResolvedMatch): Mention {
  return {
    match,
    text: flow.text.slice(match.start, match.end),
    spans: nodeSpansOf(flow, match),
  };
}

/** A live range over one part; only for asking geometry, as live ranges slow the page's changes. */
export function rangeOf({ node, start, end }: NodeSpan): Range | null {
  if (!node.isConnected || end > node.data.length) return null;
  const range = new Range();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

export function staticRangeOf({ node, start, end }: NodeSpan): StaticRange {
  return new StaticRange({
    startContainer: node,
    startOffset: start,
    endContainer: node,
    endOffset: end,
  });
}

/** The mention's boxes in viewport coordinates; empty where it is not shown. */
export function clientRectsOf(mention: Mention): DOMRect[] {
  return mention.spans.flatMap((span) => [...(rangeOf(span)?.getClientRects() ?? [])]);
}
