/**
 * The life of the popover as states and events, without timers or DOM:
 *
 *   closed ──over──▶ dwelling ──timer──▶ open ──out──▶ leaving ──timer──▶ closed
 *      ▲               │ out              ▲ ▲              │ over the mention,
 *      └───────────────┘        press/step┘ └──────────────┘ or into the popover
 *
 * Each wait has a token; a timer or an answer that comes with an old token changes nothing, so a
 * late one can never open the wrong card.
 */

/** Long enough that a pointer passing over a name opens nothing (Wikipedia’s previews wait the same). */
export const DWELL_MS = 150;
/** Long enough to cross the gap to the popover, also a little round about. */
export const LEAVE_MS = 300;

export type PopoverState<M> =
  | { readonly phase: 'closed' }
  | { readonly phase: 'dwelling'; readonly mention: M; readonly token: number }
  | { readonly phase: 'open'; readonly mention: M; readonly byKeyboard: boolean }
  | {
      readonly phase: 'leaving';
      readonly mention: M;
      /** The mention that the pointer rests on meanwhile; opens when the wait is over. */
      readonly next: M | null;
      readonly token: number;
    };

export type PopoverEvent<M> =
  | { readonly type: 'over'; readonly mention: M }
  | { readonly type: 'out' }
  /** A click or tap on a mention. */
  | { readonly type: 'press'; readonly mention: M }
  /** Stepped to by key. */
  | { readonly type: 'step'; readonly mention: M }
  | { readonly type: 'popoverEntered' }
  | { readonly type: 'popoverLeft' }
  | { readonly type: 'timer'; readonly token: number }
  | { readonly type: 'dismissed' };

export const CLOSED = { phase: 'closed' } as const;

/** `token` is a number never used before; it is taken for a wait that begins with this event. */
export function nextState<M>(
  state: PopoverState<M>,
  event: PopoverEvent<M>,
  token: number,
): PopoverState<M> {
  switch (event.type) {
    case 'dismissed':
      return CLOSED;
    case 'press':
      return { phase: 'open', mention: event.mention, byKeyboard: false };
    case 'step':
      return { phase: 'open', mention: event.mention, byKeyboard: true };
    case 'over':
      return over(state, event.mention, token);
    case 'out':
    case 'popoverLeft':
      return out(state, token);
    case 'popoverEntered':
      return state.phase === 'leaving' ? reopened(state.mention) : state;
    case 'timer':
      return waited(state, event.token);
  }
}

/** How long the state lasts before its timer comes; null where it has none. */
export function waitOf(state: PopoverState<unknown>): number | null {
  if (state.phase === 'dwelling') return DWELL_MS;
  return state.phase === 'leaving' ? LEAVE_MS : null;
}

function over<M>(state: PopoverState<M>, mention: M, token: number): PopoverState<M> {
  switch (state.phase) {
    case 'closed':
      return { phase: 'dwelling', mention, token };
    case 'dwelling':
      return state.mention === mention ? state : { phase: 'dwelling', mention, token };
    case 'open':
      if (state.mention === mention) return state;
      return { phase: 'leaving', mention: state.mention, next: mention, token };
    case 'leaving':
      if (state.mention === mention) return reopened(mention);
      return state.next === mention ? state : { ...state, next: mention, token };
  }
}

function out<M>(state: PopoverState<M>, token: number): PopoverState<M> {
  switch (state.phase) {
    case 'closed':
      return state;
    case 'dwelling':
      return CLOSED;
    case 'open':
      // Opened by key, it stays until it is dismissed; the pointer may lie anywhere.
      if (state.byKeyboard) return state;
      return { phase: 'leaving', mention: state.mention, next: null, token };
    case 'leaving':
      return state.next === null ? state : { ...state, next: null, token };
  }
}

function waited<M>(state: PopoverState<M>, token: number): PopoverState<M> {
  if (state.phase === 'dwelling' && state.token === token) return reopened(state.mention);
  if (state.phase === 'leaving' && state.token === token) {
    return state.next === null ? CLOSED : reopened(state.next);
  }
  return state;
}

function reopened<M>(mention: M): PopoverState<M> {
  return { phase: 'open', mention, byKeyboard: false };
}
