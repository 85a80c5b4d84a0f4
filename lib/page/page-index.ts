/**
 * What has been found on the page: each text node in which a candidate begins, in reading order,
 * with the mentions that were decided for it. Deciding looks at the whole page, because what
 * supports a weak name may stand anywhere before it.
 */
import type { Candidate, Matcher } from '../core/matcher/matcher';
import { inSteps } from '../core/recognition/in-steps';
import type { IsMuted } from '../core/recognition/mutes';
import { type ResolvedMatch, resolveInSteps } from '../core/recognition/resolve';
import { compareReadingOrder, parentAcrossShadow } from './dom-access';
import { createMention, type Mention, type MentionChange } from './mention';
import type { TextFlow } from './text-flow';

/** Painting takes its time too. */
const MENTIONS_AT_ONCE = 50;

interface Entry {
  readonly node: Text;
  flow: TextFlow;
  text: string;
  /** Those that begin in the node; they may end in a later node of the flow. */
  candidates: readonly Candidate[];
  mentions: readonly Mention[];
}

export interface PageIndex {
  /** To be called before nodes are put that follow each other in reading order. */
  beginRun(): void;
  /** What is known in the same words keeps its mentions. */
  put(node: Text, flow: TextFlow, candidates: readonly Candidate[]): void;
  /** Drops what was found in any of the nodes or below them, or is no longer on the page. */
  dropWithin(nodes: ReadonlySet<Node>): void;
  /**
   * Decides anew and tells what changed since the last time, part by part. Nothing may be put or
   * dropped before it is done. While the page has not been read to its end, only what no further
   * text can change is decided: strong names.
   */
  decide(tell: (change: MentionChange) => void, isPartial?: boolean): Generator<void>;
  /** In reading order. */
  mentions(): Mention[];
}

/** `muted` is asked at every decision for what the reader does not want marked at that time. */
export function createPageIndex(matcher: Matcher, muted?: () => IsMuted | undefined): PageIndex {
  let entries: Entry[] = [];
  const byNode = new Map<Text, Entry>();
  let orphans: Mention[] = [];
  /** Where the next entry of this run belongs; -1 where the run has none yet. */
  let place = -1;

  function keepOnly(isKept: (node: Text) => boolean): void {
    entries = entries.filter((entry) => {
      if (isKept(entry.node)) return true;
      byNode.delete(entry.node);
      orphans.push(...entry.mentions);
      return false;
    });
  }

  function placeOf(node: Text): number {
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
    beginRun() {
      place = -1;
    },

    put(node, flow, candidates) {
      const { text } = flow;
      const known = byNode.get(node);
      if (known) {
        if (!sameFlow(known.flow, flow)) {
          orphans.push(...known.mentions);
          known.mentions = [];
        }
        Object.assign(known, { flow, text, candidates });
        // One that the page has moved meanwhile may stand before: it will be read again.
        place = Math.max(place, entries.indexOf(known) + 1);
        return;
      }
      const entry = { node, flow, text, candidates, mentions: [] };
      byNode.set(node, entry);
      // Comparing places is dear on long pages, so only the first of a run is compared: a run meets
      // all that is known of its stretch of the page.
      if (place < 0) place = placeOf(node);
      entries.splice(place++, 0, entry);
    },

    dropWithin(nodes) {
      keepOnly((node) => {
        if (nodes.has(node) || !node.isConnected) return false;
        let above = parentAcrossShadow(node);
        while (above !== null && !nodes.has(above)) above = parentAcrossShadow(above);
        return above === null;
      });
    },

    *decide(tell, isPartial = false) {
      const decided = yield* resolveInSteps(matcher, entries, muted?.());
      const spill: Spill = new Map();
      let added: Mention[] = [];
      let removed: Mention[] = [];

      function tellNow(): void {
        if (added.length + removed.length > 0) tell({ added, removed });
        added = [];
        removed = [];
      }

      yield* inSteps(entries, (entry, i) => {
        const matches = (decided[i] ?? []).filter(
          (match) => (!isPartial || match.why.rule === 'strong') && isFree(entry, match, spill),
        );
        if (!sameMatches(entry.mentions, matches)) {
          removed.push(...entry.mentions);
          entry.mentions = matches.map((match) => createMention(entry.flow, match));
          added.push(...entry.mentions);
        }
        noteSpill(entry, spill);
        if (added.length > MENTIONS_AT_ONCE) tellNow();
      });
      // Last, so that a name that was read anew is not unmarked for a frame.
      removed = removed.concat(orphans);
      orphans = [];
      tellNow();
    },

    mentions: () => entries.flatMap((entry) => entry.mentions),
  };
}

function sameFlow(a: TextFlow, b: TextFlow): boolean {
  return a.text === b.text && a.nodes.every((node, i) => node === b.nodes[i]);
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

function sameMatches(before: readonly Mention[], now: readonly ResolvedMatch[]): boolean {
  return before.length === now.length && before.every(({ match }, i) => sameMatch(match, now[i]));
}

function sameMatch(a: ResolvedMatch, b: ResolvedMatch | undefined): boolean {
  return (
    b !== undefined &&
    a.start === b.start &&
    a.end === b.end &&
    a.why.rule === b.why.rule &&
    a.entities.join() === b.entities.join()
  );
}
