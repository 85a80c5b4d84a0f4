/** An entity's relations by whom they lead to, and places around it to draw them in. */
import type { Relation } from '../facts/pack-schema';

export interface Tie {
  readonly kind: Relation['kind'];
  /** The relation leads from the entity in the middle to the neighbour. */
  readonly outgoing: boolean;
  readonly date: string | undefined;
  /** Id of the claim that it rests on. */
  readonly claim: string;
}

export interface Neighbour {
  /** Id inside the pack. */
  readonly id: string;
  readonly ties: readonly Tie[];
}

/**
 * Whoever has most ties first, then those whose tie says what it is, then in the order of the
 * pack; ties to itself are left out.
 */
export function neighboursOf(entity: string, relations: readonly Relation[]): Neighbour[] {
  const ties = new Map<string, Tie[]>();
  for (const { from, to, kind, date, claim } of relations) {
    const outgoing = from === entity;
    const other = outgoing ? to : from;
    if (other === entity || (!outgoing && to !== entity)) continue;
    ties.set(other, [...(ties.get(other) ?? []), { kind, outgoing, date, claim }]);
  }
  return [...ties]
    .map(([id, own]) => ({ id, ties: own }))
    .sort((a, b) => b.ties.length - a.ties.length || vagueness(a) - vagueness(b));
}

function vagueness({ ties }: Neighbour): number {
  return ties.every(({ kind }) => kind === 'related-to') ? 1 : 0;
}

/** More than these cannot be told apart in a drawing; the list has all. */
export const MAX_DRAWN = 12;

export interface Place {
  /** −1 to 1 from the middle; x grows to the right, y downwards. */
  readonly x: number;
  readonly y: number;
  /** Where the label stands. */
  readonly side: 'left' | 'right';
}

/**
 * Places on two arcs, right and left of the middle, so that labels beside them never meet. Read
 * from the top right to the bottom right and then from the top left down.
 */
export function placesAround(count: number): Place[] {
  const right = Math.ceil(count / 2);
  return [...arc(right, 'right'), ...arc(count - right, 'left')];
}

function arc(count: number, side: Place['side']): Place[] {
  return Array.from({ length: count }, (_, index) => {
    const y = count === 1 ? 0 : (2 * index) / (count - 1) - 1;
    const bulge = Math.sqrt(1 - (y * BULGE) ** 2);
    return { x: side === 'right' ? bulge : -bulge, y, side };
  });
}

/** How far the arcs are from a straight column (0) and from half a circle (1). */
const BULGE = 0.6;
