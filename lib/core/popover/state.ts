/**
 * The life of the card that follows the pointer, as states and events, without timers or DOM:
 *
 *   closed ──over──▶ dwelling ──timer──▶ open ──out──▶ leaving ──timer──▶ closed
 *      ▲               │ out              ▲ ▲              │ over the mention,
 *      └───────────────┘        press/step┘ └──────────────┘ or into the popover
 *
 * A card that is pinned leaves this circle: the state is closed again, and the next name opens a
 * card of its own.
 *
 * Each wait has a token; a timer or an answer that comes with an old token changes nothing, so a
 * late one can never open the wrong card.
 */

/** Long enough that a pointer passing over a name opens nothing (Wikipedia’s previews wait the same). */
export const DWELL_MS = 150;
/** Long enough to cross the gap to the popover, also a little round about. */
export const LEAVE_MS = 300;

interface Open<M> {
  readonly mention: M;
  /** Opened by key, finger or pen: no pointer rests anywhere that could leave. */
  readonly stays: boolean;
  /** The reader looked something up inside: no other name takes the card's place meanwhile. */
  readonly nested: boolean;
}

export type PopoverState<M> =
  | {
      readonly phase: 'closed';
      /** What the reader closed or pinned under the pointer: opens again once it was left. */
      readonly quiet: M | null;
    }
  | { readonly phase: 'dwelling'; readonly mention: M; readonly token: number }
  | (Open<M> & { readonly phase: 'open' })
  | (Open<M> & {
      readonly phase: 'leaving';
      /** The mention that the pointer rests on meanwhile; opens when the wait is over. */
      readonly next: M | null;
      readonly token: number;
    });

export type PopoverEvent<M> =
  /** `towards`: the pointer is on its way into the popover, see `isHeadingFor`. */
  | { readonly type: 'over'; readonly mention: M; readonly towards?: boolean }
  | { readonly type: 'out'; readonly towards?: boolean }
  /** A click or tap on a mention. */
  | { readonly type: 'press'; readonly mention: M; readonly stays: boolean }
  /** Stepped to by key. */
  | { readonly type: 'step'; readonly mention: M }
  | { readonly type: 'popoverEntered' }
  | { readonly type: 'popoverLeft' }
  | { readonly type: 'nested'; readonly nested: boolean }
  | { readonly type: 'pinned' }
  /** A pinned card is let go: it closes when the pointer leaves it. */
  | { readonly type: 'unpinned'; readonly mention: M }
  | { readonly type: 'timer'; readonly token: number }
  /** The mention is not to be seen any more. */
  | { readonly type: 'gone' }
  | { readonly type: 'dismissed' };

export const CLOSED = { phase: 'closed', quiet: null } as const;

/** `token` is a number never used before; it is taken for a wait that begins with this event. */
export function nextState<M>(
  state: PopoverState<M>,
  event: PopoverEvent<M>,
  token: number,
): PopoverState<M> {
  switch (event.type) {
    case 'gone':
      return CLOSED;
    case 'dismissed':
    case 'pinned':
      return state.phase === 'closed' ? state : { phase: 'closed', quiet: state.mention };
    case 'press':
      return opened(event.mention, event.stays);
    case 'step':
      return opened(event.mention, true);
    case 'unpinned':
      return opened(event.mention, false);
    case 'nested':
      if (state.phase === 'open') return { ...state, nested: event.nested };
      return state.phase === 'leaving' ? reopened({ ...state, nested: event.nested }) : state;
    case 'over':
      return over(state, event.mention, event.towards === true, token);
    case 'out':
    case 'popoverLeft':
      return out(state, event.type === 'out' && event.towards === true, token);
    case 'popoverEntered':
      return state.phase === 'leaving' ? reopened(state) : state;
    case 'timer':
      return waited(state, event.token);
  }
}

/** Milliseconds. */
export interface Delays {
  readonly dwellMs: number;
  readonly leaveMs: number;
}

/** How long the state lasts before its timer comes; null where it has none. */
export function waitOf(state: PopoverState<unknown>, { dwellMs, leaveMs }: Delays): number | null {
  if (state.phase === 'dwelling') return dwellMs;
  return state.phase === 'leaving' ? leaveMs : null;
}

function over<M>(
  state: PopoverState<M>,
  mention: M,
  towards: boolean,
  token: number,
): PopoverState<M> {
  switch (state.phase) {
    case 'closed':
      return state.quiet === mention ? state : { phase: 'dwelling', mention, token };
    case 'dwelling':
      return state.mention === mention ? state : { phase: 'dwelling', mention, token };
    case 'open':
      if (state.mention === mention || state.nested) return state;
      return { ...state, phase: 'leaving', next: mention, token };
    case 'leaving':
      if (state.mention === mention) return reopened(state);
      return state.next === mention && !towards ? state : { ...state, next: mention, token };
  }
}

function out<M>(state: PopoverState<M>, towards: boolean, token: number): PopoverState<M> {
  switch (state.phase) {
    case 'closed':
      return state.quiet === null ? state : CLOSED;
    case 'dwelling':
      return CLOSED;
    case 'open':
      if (state.stays || state.nested) return state;
      return { ...state, phase: 'leaving', next: null, token };
    case 'leaving':
      if (state.stays) return reopened(state);
      return state.next === null && !towards ? state : { ...state, next: null, token };
  }
}

function waited<M>(state: PopoverState<M>, token: number): PopoverState<M> {
  if (state.phase === 'dwelling' && state.token === token) return opened(state.mention, false);
  if (state.phase === 'leaving' && state.token === token) {
    return state.next === null ? CLOSED : opened(state.next, false);
  }
  return state;
}

function opened<M>(mention: M, stays: boolean): PopoverState<M> {
  return { phase: 'open', mention, stays, nested: false };
}

function reopened<M>({ mention, stays, nested }: Open<M>): PopoverState<M> {
  return { phase: 'open', mention, stays, nested };
}
