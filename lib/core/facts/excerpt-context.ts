/**
 * What stands around an excerpt, as far as the fact base knows it: the words before and after
 * that are stored with it, and other stored excerpts of the same source. The source itself is not
 * stored, so there are gaps, and they are shown as such.
 */
import * as v from 'valibot';
import type { Evidence } from './pack-schema';

export const ContextPieceSchema = v.variant('type', [
  /** The excerpt itself. */
  v.strictObject({ type: v.literal('excerpt'), text: v.string() }),
  /** Other words of the source. */
  v.strictObject({ type: v.literal('text'), text: v.string() }),
  /** Words of the source that are not stored. */
  v.strictObject({ type: v.literal('gap') }),
]);
export type ContextPiece = v.InferOutput<typeof ContextPieceSchema>;

/** Known words on either side; more would be a text of its own. UTF-16 code units. */
const REACH_CHARS = 350;
/** What is further away in the source is no longer context. UTF-16 code units. */
const NEAR_CHARS = 2500;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * In the order of the source. `evidence` holds all that is stored of it; `start` and `end` are
 * those of the excerpt. Empty where that excerpt is not among them.
 */
export function contextOf(
  evidence: readonly Evidence[],
  { start, end }: { readonly start: number; readonly end: number },
): ContextPiece[] {
  const excerpt = evidence.find((each) => each.start === start && each.end === end);
  if (!excerpt || excerpt.exact.length !== end - start) return [];
  const others = evidence.filter((each) => each !== excerpt).sort((a, b) => a.start - b.start);
  const stretches = merged([excerpt, ...others].map(stretchOf));
  const at = stretches.findIndex((stretch) => stretch.start <= start && stretch.end >= end);
  const own = stretches[at];
  if (!own) return [];
  const pieces = (list: readonly Stretch[], side: 'before' | 'after') =>
    around(list, side, own, excerpt);
  return [
    ...pieces(stretches.slice(0, at).reverse(), 'before'),
    { type: 'excerpt', text: excerpt.exact },
    ...pieces(stretches.slice(at + 1), 'after'),
  ];
}

function stretchOf({ start, prefix, exact, suffix }: Evidence): Stretch {
  const text = prefix + exact + suffix;
  return { start: start - prefix.length, end: start - prefix.length + text.length, text };
}

/** Joins what overlaps. The first one is believed; what contradicts it is left out. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const [first, ...rest] = stretches;
  if (!first) return [];
  let joined: Stretch[] = [first];
  for (const next of rest) {
    const touching = joined.filter(({ start, end }) => next.start <= end && next.end >= start);
    if (!touching.every((stretch) => agree(stretch, next))) continue;
    const whole = touching.reduce(join, next);
    joined = [...joined.filter((stretch) => !touching.includes(stretch)), whole];
  }
  return joined.sort((a, b) => a.start - b.start);
}

function agree(a: Stretch, b: Stretch): boolean {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return (
    a.text.slice(start - a.start, end - a.start) === b.text.slice(start - b.start, end - b.start)
  );
}

function join(a: Stretch, b: Stretch): Stretch {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  if (second.end <= first.end) return first;
  const text = first.text + second.text.slice(first.end - second.start);
  return { start: first.start, end: second.end, text };
}

/** The pieces on one side, read outwards from the excerpt and given in the source's order. */
function around(
  stretches: readonly Stretch[],
  side: 'before' | 'after',
  own: Stretch,
  excerpt: Evidence,
): ContextPiece[] {
  const isBefore = side === 'before';
  const rest = isBefore
    ? own.text.slice(0, excerpt.start - own.start)
    : own.text.slice(excerpt.end - own.start);
  const pieces: ContextPiece[] = [];
  let room = REACH_CHARS;
  const take = (text: string): void => {
    const kept = isBefore ? lastWords(text, room) : firstWords(text, room);
    room -= text.length;
    if (kept !== '') pieces.push({ type: 'text', text: kept });
  };
  take(rest);
  let edge = isBefore ? own.start : own.end;
  for (const stretch of stretches) {
    const distance = isBefore ? edge - stretch.end : stretch.start - edge;
    const isNear = Math.abs(stretch.start - excerpt.start) <= NEAR_CHARS;
    if (room <= 0 || !isNear) break;
    if (distance > 0) pieces.push({ type: 'gap' });
    take(stretch.text);
    edge = isBefore ? stretch.start : stretch.end;
  }
  if (!isBefore || edge > 0) pieces.push({ type: 'gap' });
  return isBefore ? pieces.reverse() : pieces;
}

/** Cut where a word begins, so that no word and no character is torn. */
function lastWords(text: string, chars: number): string {
  if (text.length <= chars) return text;
  const cut = text.slice(text.length - Math.max(0, chars));
  const space = cut.search(/\s/);
  return space < 0 ? '' : cut.slice(space);
}

function firstWords(text: string, chars: number): string {
  if (text.length <= chars) return text;
  const cut = text.slice(0, Math.max(0, chars));
  const space = cut.search(/\s\S*$/);
  return space < 0 ? '' : cut.slice(0, space);
}
