/**
 * What has been found on the page: each text node in which a candidate begins, in reading order,
 * with the mentions that were decided for it. Deciding looks at the whole page, because what
 * supports a weak name may stand anywhere before it.
 */
import type { Candidate, Matcher } from '../core/matcher/matcher';
import type { IsMuted } from '../core/recognition/mutes';
import { type ResolvedMatch, resolveMatches } from '../core/recognition/resolve';
import { compareReadingOrder, parentAcrossShadow } from './dom-access';
import { createMention, type Mention, type MentionChange } from './mention';
import type { TextFlow } from './text-flow';

interface Entry {
  readonly node: Text;
  readonly flow: TextFlow;
  readonly text: string;
  /** Those that begin in the node; they may end in a later node of the flow. */
  readonly candidates: readonly Candidate[];
  matches: readonly ResolvedMatch[];
  mentions: readonly Mention[];
}

export interface PageIndex {
  put(node: Text, flow: TextFlow, candidates: readonly Candidate[]): void;
  drop(node: Text): void;
  dropDisconnected(): void;
  /** Drops what was found in any of the nodes or below them. */
  dropWithin(nodes: ReadonlySet<Node>): void;
  /** Decides anew and tells what changed since the last time. */
  decide(): MentionChange;
  /** In reading order. */
  mentions(): Mention[];
}

/** `muted` is asked at every decision for what the reader does not want marked at that time. */
export function createPageIndex(matcher: Matcher, muted?: () => IsMuted | undefined): PageIndex {
  let entries: Entry[] = [];
  const byNode = new Map<Text, Entry>();
  let orphans: Mention[] = [];

  function keepOnly(isKept: (node: Text) => boolean): void {
    entries = entries.filter((entry) => {
      if (isKept(entry.node)) return true;
      byNode.delete(entry.node);
      orphans.push(...entry.mentions);
      return false;
    });
  }

  function placeOf(node: Text): number {
    const last = entries.at(-1);
    // The first pass comes in reading order, so this is the usual case.
    if (!last || compareReadingOrder(last.node, node) <= 0) return entries.length;
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = entries[middle];
      if (other && compareReadingOrder(other.node, node) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    put(node, flow, candidates) {
      this.drop(node);
      const entry = { node, flow, text: flow.text, candidates, matches: [], mentions: [] };
      byNode.set(node, entry);
      entries.splice(placeOf(node), 0, entry);
    },

    drop(node) {
      if (byNode.has(node)) keepOnly((other) => other !== node);
    },

    dropDisconnected() {
      keepOnly((node) => node.isConnected);
    },

    dropWithin(nodes) {
      keepOnly((node) => {
        if (nodes.has(node)) return false;
        let above = parentAcrossShadow(node);
        while (above !== null && !nodes.has(above)) above = parentAcrossShadow(above);
        return above === null;
      });
    },

    decide() {
      const removed = orphans;
      orphans = [];
      const added: Mention[] = [];
      const decided = resolveMatches(matcher, entries, muted?.());
      const spill: Spill = new Map();
      entries.forEach((entry, i) => {
        const matches = (decided[i] ?? []).filter((match) => isFree(entry, match, spill));
        if (!sameMatches(entry.matches, matches)) {
          removed.push(...entry.mentions);
          entry.matches = matches;
          entry.mentions = matches.map((match) => createMention(entry.flow, match));
          added.push(...entry.mentions);
        }
        noteSpill(entry, spill);
      });
      return { added, removed };
    },

    mentions: () => entries.flatMap((entry) => entry.mentions),
  };
}

/** How far into a node a mention reaches that began in a node before it. */
type Spill = Map<Text, number>;

function noteSpill(entry: Entry, spill: Spill): void {
  for (const mention of entry.mentions) {
    for (const { node, end } of mention.spans) {
      if (node !== entry.node) spill.set(node, end);
    }
  }
}

function isFree(entry: Entry, match: ResolvedMatch, spill: Spill): boolean {
  const nodeStart = entry.flow.starts[entry.flow.nodes.indexOf(entry.node)] ?? 0;
  return match.start - nodeStart >= (spill.get(entry.node) ?? 0);
}

function sameMatches(a: readonly ResolvedMatch[], b: readonly ResolvedMatch[]): boolean {
  return a.length === b.length && a.every((match, i) => sameMatch(match, b[i]));
}

function sameMatch(a: ResolvedMatch, b: ResolvedMatch | undefined): boolean {
  return (
    b !== undefined &&
    a.start === b.start &&
    a.end === b.end &&
    a.why.rule === b.why.rule &&
    a.entities.length === b.entities.length &&
    a.entities.every((entity, i) => entity === b.entities[i])
  );
}
