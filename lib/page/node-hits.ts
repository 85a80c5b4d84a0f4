/**
 * Runs the gate over text nodes as they are read, one after another, and keeps the places where a
 * name may begin. A name may go on from node to node; which nodes belong together is not asked
 * here, where every node passes, but of the few places that the gate lets through.
 */
import type { StartProbe } from '../core/matcher/matcher';
import { HIT, type NameGate, OPEN, type OpenWord } from '../core/matcher/name-gate';

export interface NodeHit {
  /** As it was read; a node that says something else meanwhile will be read again. */
  readonly data: string;
  readonly starts: Set<number>;
  /** Of the matcher, when the node was read. */
  readonly version: number;
}

export interface NodeHits extends StartProbe {
  /** The text, or this piece of it, has been read. */
  heard(node: Text, text: string, from?: number): void;
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

/** The last word of a node, or of several that were joined; where it begins. */
interface Carried {
  readonly read: ReadNode;
  readonly from: number;
  readonly word: OpenWord;
  /** Of a word of several nodes. */
  readonly tail?: Tail;
}

const NOTHING_CARRIED: readonly Carried[] = [];

/** `version` is asked whenever a node is read. */
export function createNodeHits(gate: NameGate, version: () => number): NodeHits {
  let hits = new Map<Text, NodeHit>();
  // Of the text that is being read.
  let starts: number[] = [];
  let openFrom = -1;
  let openWord: OpenWord | null = null;
  let openWordFrom = -1;
  /** Words at the end of what was read, which with the first word of the next node may be a name. */
  let carried: readonly Carried[] = NOTHING_CARRIED;
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

  function note({ node, data, version: readWith }: ReadNode, found: readonly number[]): void {
    if (found.length === 0) return;
    const before = hits.get(node);
    const same = before?.data === data ? before : undefined;
    hits.set(node, {
      data,
      starts: new Set([...(same?.starts ?? []), ...found]),
      version: Math.max(readWith, same?.version ?? 0),
    });
  }

  function noteInTail({ pieces }: Tail, found: readonly number[]): void {
    for (const start of found) {
      const piece = pieces.findLast(({ at }) => at <= start);
      if (piece) note(piece, [piece.from + start - piece.at]);
    }
  }

  /** Looks at what the tail and the beginning of this node make together, and what it leaves open. */
  function join(before: Tail, read: ReadNode): void {
    const at = before.text.length;
    // Joined and not added, since added strings stay in two parts, which slows reading down.
    const text = [before.text, read.data.slice(0, HEAD_CHARS)].join('');
    const { starts: found, openFrom: start } = gate.scan(text, 0, at);
    noteInTail(before, found);
    const isWhole = read.data.length <= HEAD_CHARS && text.length <= MAX_TAIL_CHARS;
    if (start < 0 || !isWhole || !endsInWord(read.data)) return;
    several = { text, pieces: [...before.pieces, { ...read, at, from: 0 }] };
    const word = gate.look(text, start) === OPEN ? gate.openWord() : null;
    const piece = before.pieces.findLast((one) => one.at <= start);
    if (word && piece) {
      carry({ read: piece, from: piece.from + start - piece.at, word, tail: several });
    }
  }

  function carry(more: Carried): void {
    carried = carried.length === 0 ? [more] : [...carried, more];
  }

  /** Whether a name goes on from a word before into this text; what is still open is carried on. */
  function follow(read: ReadNode): void {
    const words = carried;
    carried = NOTHING_CARRIED;
    for (const before of words) {
      const said = gate.follow(before.word, read.data);
      if (said === HIT) note(before.read, [before.from]);
      if (said !== OPEN) continue;
      const word = gate.openWord();
      if (word) carry({ ...before, word });
      else several = twoWords(before, read);
    }
  }

  return {
    ascii: gate.ascii,

    at(text, start) {
      const said = gate.look(text, start);
      if (said === HIT) starts.push(start);
      else if (said === OPEN) {
        if (openFrom < 0) openFrom = start;
        openWord = gate.openWord();
        openWordFrom = start;
      }
    },

    heard(node, text, from = 0) {
      const isFirst = from === 0;
      const tail = isFirst && (single || several) && beginsInWord(text) ? takeTail() : null;
      single = null;
      several = null;
      // The usual case by far.
      if (starts.length === 0 && openFrom < 0 && tail === null && carried.length === 0) return;
      const read: ReadNode = { node, data: text, version: version() };
      note(read, starts);
      if (isFirst) follow(read);
      else carried = NOTHING_CARRIED;
      if (tail) join(tail, read);
      if (openWord) carry({ read, from: openWordFrom, word: openWord });
      if (openFrom >= 0 && endsInWord(text) && text.length - openFrom <= MAX_TAIL_CHARS) {
        single = read;
        singleFrom = openFrom;
      }
      starts = [];
      openFrom = -1;
      openWord = null;
    },

    end() {
      for (const { read, from } of carried) note(read, [from]);
      const tail = takeTail();
      if (tail) noteInTail(tail, [0]);
      carried = NOTHING_CARRIED;
    },

    take() {
      const taken = hits;
      hits = new Map();
      return taken;
    },
  };
}

/** The text ends within the second word, so the next one may belong to it. */
function twoWords({ read, from, tail }: Carried, next: ReadNode): Tail {
  const { text, pieces } = tail ?? {
    text: read.data.slice(from),
    pieces: [{ ...read, at: 0, from }],
  };
  const before = endsInWord(text) ? `${text} ` : text;
  return {
    text: [before, next.data].join(''),
    pieces: [...pieces, { ...next, at: before.length, from: 0 }],
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
