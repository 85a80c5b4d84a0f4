/**
 * Names of large lists on this page. The gate tells where one may stand; the texts at these places
 * go to the background, many in one message; what comes back is learned by the page's matcher, and
 * the nodes are read again, so that these names go the way of all others.
 */
import * as v from 'valibot';
import { createGrowingMatcher } from '../core/matcher/growing-matcher';
import { LearnedEntitySchema } from '../core/matcher/learned-entity';
import type { Matcher } from '../core/matcher/matcher';
import { createNameGate, MISS } from '../core/matcher/name-gate';
import type { NameGateBits } from '../core/matcher/name-gate-bits';
import { createNodeHits, type NodeHit } from './node-hits';
import type { RemoteNames } from './remote-names-contract';
import { runInSlices } from './slices';
import { flowOf, piecesAfter } from './text-flow';

export type ConfirmNames = (texts: string[]) => Promise<unknown>;

const AnswerSchema = v.object({
  entities: v.array(LearnedEntitySchema),
  found: v.array(v.number()),
});

/** An apostrophe that counts as a letter may stand before the place that the gate tells. */
const BEFORE_CHARS = 2;
/** For what is written longer than it is: double spaces, accents, particles. UTF-16 code units. */
const SLACK_CHARS = 40;
/** As many as one message takes. */
const TEXTS_PER_MESSAGE = 100;
const MAX_TEXT_CHARS = 400;
/** A page that never ends asks about ever new texts; then the answers so far are forgotten. */
const MAX_ANSWERED_TEXTS = 20_000;

/** Texts to be asked about, each with the nodes in which it stands. */
type Question = Map<string, Map<Node, NodeHit>>;

export function createRemoteNames(
  base: Matcher,
  bits: NameGateBits,
  confirmNames: ConfirmNames,
): RemoteNames {
  const matcher = createGrowingMatcher(base);
  /** Counts what was learned, by which it is told what a node was read with. */
  let version = 1;
  const gate = createNameGate(bits);
  const hits = createNodeHits(gate, () => version);
  const reach = Math.min(MAX_TEXT_CHARS - BEFORE_CHARS, bits.longest + SLACK_CHARS);
  /** Of texts that were answered: the version that knows all in them; 0 where there was nothing. */
  const answered = new Map<string, number>();
  let isBusy = false;

  /** The text from where a name may begin, as far as one may go; null where none begins after all. */
  function textAt(node: Text, start: number): string | null {
    const end = start + reach;
    const following =
      end > node.length ? piecesAfter(node, (soFar) => node.length + soFar.length < end) : [];
    const flow = flowOf([node, ...following]);
    // Nodes that only follow each other in the document were taken for one run.
    if (gate.look(flow.text, start) === MISS) return null;
    return flow.text.slice(Math.max(0, start - BEFORE_CHARS), end);
  }

  /** Sorts hits into texts to ask about and nodes that have become stale while they waited. */
  function* sort(
    taken: ReadonlyMap<Text, NodeHit>,
    isReadable: (node: Text) => boolean,
    question: Question,
    stale: Set<Node>,
  ): Generator<void> {
    for (const [node, hit] of taken) {
      yield;
      if (!node.isConnected || node.data !== hit.data || !isReadable(node)) continue;
      for (const start of hit.starts) {
        const text = textAt(node, start);
        if (text === null) continue;
        const knownFrom = answered.get(text);
        if (knownFrom === undefined) {
          const nodes = question.get(text) ?? new Map<Node, NodeHit>();
          question.set(text, nodes.set(node, hit));
        } else if (knownFrom > hit.version) {
          stale.add(node);
        }
      }
    }
  }

  /** Asks, learns, and tells which nodes were read without what it has learned. */
  async function ask(texts: string[], question: Question): Promise<Set<Node>> {
    const answer = v.parse(AnswerSchema, await confirmNames(texts));
    if (matcher.learn(answer.entities)) version++;
    if (answered.size > MAX_ANSWERED_TEXTS) answered.clear();
    for (const text of texts) answered.set(text, 0);
    const stale = new Set<Node>();
    for (const index of answer.found) {
      const text = texts[index] ?? '';
      answered.set(text, version);
      for (const [node, hit] of question.get(text) ?? []) {
        if (hit.version < version) stale.add(node);
      }
    }
    return stale;
  }

  return {
    matcher,
    probe: hits,
    heard: hits.heard,
    end: hits.end,

    labelOf(entity) {
      const { entityKeys, entityLabels } = matcher.tables;
      return entityLabels[entityKeys.lastIndexOf(entity)] ?? null;
    },

    async *confirm(isReadable, signal) {
      if (isBusy) return;
      isBusy = true;
      try {
        for (let taken = hits.take(); taken.size > 0; taken = hits.take()) {
          const question: Question = new Map();
          const stale = new Set<Node>();
          await runInSlices(sort(taken, isReadable, question, stale), signal);
          if (stale.size > 0) yield stale;
          const texts = [...question.keys()];
          for (let i = 0; i < texts.length && !signal.aborted; i += TEXTS_PER_MESSAGE) {
            const again = await ask(texts.slice(i, i + TEXTS_PER_MESSAGE), question);
            if (again.size > 0) yield again;
          }
        }
      } catch {
        // Without an answer these names stay unmarked; they are asked about again when read again.
      } finally {
        isBusy = false;
      }
    },
  };
}
