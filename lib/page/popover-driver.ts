/**
 * Carries out the popover's states on the page: runs the timer of each wait, asks for the card
 * while the pointer still dwells, brings the popover's code in when it is first needed.
 */
import type { EntityKey } from '../core/facts/keys';
import {
  CLOSED,
  nextState,
  type PopoverEvent,
  type PopoverState,
  waitOf,
} from '../core/popover/state';
import { parentAcrossShadow } from './dom-access';
import { clientRectsOf, type Mention } from './mention';
import {
  POPOVER_FACTORY,
  type Popover,
  type PopoverCallbacks,
  type PopoverFactory,
  type PopoverSubject,
} from './popover-contract';

export interface PopoverDriverOptions {
  /** Label of an entity, known from the matcher. */
  readonly labelOf: (entity: EntityKey) => string;
  readonly fetchCards: (entities: readonly EntityKey[]) => Promise<unknown>;
  /** Brings the popover's code into this frame. */
  readonly loadPopover: () => Promise<unknown>;
  readonly onMute: PopoverCallbacks['onMute'];
  readonly onUnmute: PopoverCallbacks['onUnmute'];
  readonly onStateChange: (state: PopoverState<Mention>) => void;
}

export interface PopoverDriver {
  /** `at`: where the pointer is, in viewport coordinates. */
  send(event: PopoverEvent<Mention>, at?: PopoverSubject['point']): void;
  state(): PopoverState<Mention>;
  /** Whether an event of the page went to the popover. */
  owns(event: Event): boolean;
}

export function createPopoverDriver(
  options: PopoverDriverOptions,
  signal: AbortSignal,
): PopoverDriver {
  let state: PopoverState<Mention> = CLOSED;
  let token = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let popover: Popover | null = null;
  let loading: Promise<Popover> | null = null;
  let prepared: { mention: Mention; cards: Promise<unknown> } | null = null;
  let shown: Mention | null = null;
  let point: PopoverSubject['point'];

  function send(event: PopoverEvent<Mention>, at?: PopoverSubject['point']): void {
    if (signal.aborted) return;
    if (event.type !== 'timer') point = at;
    const before = state;
    state = nextState(state, event, ++token);
    if (state === before) return;
    clearTimeout(timer);
    const wait = waitOf(state);
    if (wait !== null && 'token' in state) {
      const due = state.token;
      timer = setTimeout(() => send({ type: 'timer', token: due }), wait);
    }
    carryOut();
    options.onStateChange(state);
  }

  function carryOut(): void {
    if (state.phase === 'dwelling') prepare(state.mention);
    if (state.phase === 'leaving' && state.next) prepare(state.next);
    if (state.phase === 'closed') {
      shown = null;
      popover?.close();
    }
    if (state.phase === 'open' && state.mention !== shown) {
      void show(state.mention, state.byKeyboard);
    }
  }

  /** Asks for the card early, so that it is there when the dwell is over. */
  function prepare(mention: Mention): Promise<unknown> {
    if (prepared?.mention !== mention) {
      const cards = options.fetchCards(mention.match.entities);
      // The popover shows the failure; until it is open nobody listens.
      cards.catch(() => {});
      prepared = { mention, cards };
      load().catch(() => {});
    }
    return prepared.cards;
  }

  function load(): Promise<Popover> {
    loading ??= options.loadPopover().then(() => {
      const { [POPOVER_FACTORY]: create } = globalThis as { [POPOVER_FACTORY]?: PopoverFactory };
      if (!create) throw new Error('the popover’s code did not load');
      popover = create({
        fetchCards: options.fetchCards,
        onMute: options.onMute,
        onUnmute: options.onUnmute,
        onPointerEnter: () => send({ type: 'popoverEntered' }),
        onPointerLeave: () => send({ type: 'popoverLeft' }),
        onClosed: () => send({ type: 'dismissed' }),
      });
      return popover;
    });
    loading.catch(() => {
      loading = null;
    });
    return loading;
  }

  async function show(mention: Mention, byKeyboard: boolean): Promise<void> {
    shown = mention;
    const cards = prepare(mention);
    prepared = null;
    try {
      const ready = popover ?? (await load());
      // The reader may have gone on while the code was loading.
      if (signal.aborted || state.phase !== 'open' || state.mention !== mention) return;
      ready.open({
        text: mention.text,
        entities: mention.match.entities.map((key) => ({ key, label: options.labelOf(key) })),
        why: mention.match.why,
        rects: () => clientRectsOf(mention),
        context: () => parentOf(mention),
        cards,
        byKeyboard,
        point,
      });
    } catch {
      // Without its code there is nothing to show; the page stays as it is.
      send({ type: 'dismissed' });
    }
  }

  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      popover?.destroy();
      popover = null;
    },
    { once: true },
  );

  return { send, state: () => state, owns: (event) => popover?.owns(event) ?? false };
}

function parentOf(mention: Mention): Element | null {
  const node = mention.spans[0]?.node;
  return node ? parentAcrossShadow(node) : null;
}
