/**
 * Runs the gate over text nodes as they are read, one after another, and keeps the places where a
 * name may begin. A name may go on from node to node; which nodes belong together is not asked
 * here, where every node passes, but of the few places that the gate lets through.
 */
import { createCarry, type NameGate } from '../core/matcher/name-gate';

export interface NodeHit {
  /** As it was read; a node that says something else meanwhile will be read again. */
  readonly data: string;
  readonly starts: Set<number>;
  /** Of the matcher, when the node was read. */
  readonly version: number;
}

export interface NodeHits {
  read(node: Text, text: string, from?: number, to?: number): void;
  end(): void;
  /** What was found since the last time. */
  take(): Map<Text, NodeHit>;
}

/** Enough of the next node to hold the rest of a word and the next. UTF-16 code units. */
const HEAD_CHARS = 64;
/** Longer than a name; also ends the tails of pages that animate letter by letter. */
const MAX_TAIL_CHARS = 160;

/** A text node as it was read. */
interface ReadNode {
  readonly node: Text;
  readonly data: string;
  readonly version: number;
}

/** Text that ends within a word, and where it came from. */
interface Tail {
  readonly text: string;
  /** Where each piece begins in the tail, and in its node. */
  readonly pieces: readonly (ReadNode & { readonly at: number; readonly from: number })[];
}

/** `version` is asked whenever a node is read. */
export function createNodeHits(gate: NameGate, version: () => number): NodeHits {
  let hits = new Map<Text, NodeHit>();
  /** The last word read, and its node: with the first word of the next node it may be a name. */
  const carry = createCarry();
  let carried: ReadNode | null = null;
  let carriedFrom = 0;
  /** The word itself may go on in the next node: of one node, as most are, or of several. */
  let single: ReadNode | null = null;
  let singleFrom = 0;
  let several: Tail | null = null;

  function takeTail(): Tail | null {
    const tail: Tail | null =
      several ??
      (single && {
        text: single.data.slice(singleFrom),
        pieces: [{ ...single, at: 0, from: singleFrom }],
      });
    several = null;
    single = null;
    return tail;
  }

  function note({ node, data, version: readWith }: ReadNode, starts: readonly number[]): void {
    if (starts.length === 0) return;
    const before = hits.get(node);
    const same = before?.data === data ? before : undefined;
    hits.set(node, {
      data,
      starts: new Set([...(same?.starts ?? []), ...starts]),
      version: Math.max(readWith, same?.version ?? 0),
    });
  }

  function noteInTail({ pieces }: Tail, starts: readonly number[]): void {
    for (const start of starts) {
      const piece = pieces.findLast(({ at }) => at <= start);
      if (piece) note(piece, [piece.from + start - piece.at]);
    }
  }

  /** What the tail and the beginning of this node make together; the tail that is left of it. */
  function join(before: Tail, read: ReadNode): Tail | null {
    const at = before.text.length;
    // Joined and not added, since added strings stay in two parts, which slows reading down.
    const text = [before.text, read.data.slice(0, HEAD_CHARS)].join('');
    const { starts, openFrom } = gate.scan(text, 0, at);
    noteInTail(before, starts);
    const isOpen = openFrom >= 0 && read.data.length <= HEAD_CHARS && endsInWord(read.data);
    if (!isOpen || text.length > MAX_TAIL_CHARS) return null;
    return { text, pieces: [...before.pieces, { ...read, at, from: 0 }] };
  }

  return {
    read(node, text, from = 0, to = text.length) {
      const tail = (single || several) && from === 0 && beginsInWord(text) ? takeTail() : null;
      const { starts, openFrom } = gate.scan(text, from, to, carry);
      if (carry.isHit && carried) note(carried, [carriedFrom]);
      single = null;
      several = null;
      // The usual case by far.
      if (starts.length === 0 && openFrom < 0 && tail === null) return;
      const read: ReadNode = { node, data: text, version: version() };
      note(read, starts);
      if (carry.from >= 0) {
        carried = read;
        carriedFrom = carry.from;
      }
      if (tail) several = join(tail, read);
      if (openFrom >= 0 && to === text.length && endsInWord(text)) {
        single = text.length - openFrom > MAX_TAIL_CHARS ? null : read;
        singleFrom = openFrom;
      }
    },
    end() {
      if (carry.isOpen && carried) note(carried, [carriedFrom]);
      const tail = takeTail();
      if (tail) noteInTail(tail, [0]);
      carry.isOpen = false;
    },
    take() {
      const taken = hits;
      hits = new Map();
      return taken;
    },
  };
}

function beginsInWord(text: string): boolean {
  return !isSpaceOrSign(text.charCodeAt(0));
}

function endsInWord(text: string): boolean {
  return !isSpaceOrSign(text.charCodeAt(text.length - 1));
}

/** In ASCII, which decides for most nodes; of the rest too many are let through, which is no harm. */
function isSpaceOrSign(code: number): boolean {
  return code < 0x30 || (code > 0x39 && code < 0x41);
}
