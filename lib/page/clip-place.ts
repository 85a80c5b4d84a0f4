/**
 * Which name on the page a clipping is about. The card leaves the place in our own isolated world,
 * which the page cannot see, and the reader of selections, injected into the same frame, finds it
 * there; so no text of the page travels before it is asked for.
 */
import type { Boundary } from './page-text';
import type { NodeSpan } from './text-flow';

const PLACE = Symbol.for('glossator.clip-place');

export interface ClipPlace {
  /** Tells one place of this frame from another. */
  readonly number: number;
  readonly from: Boundary;
  readonly to: Boundary;
}

type World = { [PLACE]?: ClipPlace };

/** The number of the place, by which it is asked for; null where the name is gone. */
export function leaveClipPlace(spans: readonly NodeSpan[]): number | null {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first?.node.isConnected || !last?.node.isConnected) return null;
  const world = globalThis as World;
  const number = (world[PLACE]?.number ?? 0) + 1;
  world[PLACE] = {
    number,
    from: { node: first.node, offset: first.start },
    to: { node: last.node, offset: last.end },
  };
  return number;
}

export function readClipPlace(): ClipPlace | null {
  return (globalThis as World)[PLACE] ?? null;
}
