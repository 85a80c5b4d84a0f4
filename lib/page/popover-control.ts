/**
 * Carries out the popover's states on the page: runs the timer of each wait, asks for the card
 * while the pointer still dwells, opens and closes.
 */
import type { Point } from '../core/popover/box';
import { isHeadingFor } from '../core/popover/corridor';
import {
  CLOSED,
  type Delays,
  nextState,
  type PopoverEvent,
  type PopoverState,
  waitOf,
} from '../core/popover/state';
import { DEFAULT_SETTINGS, type HoverKey } from '../core/settings/settings';
import { createCurrentMark } from './current-mark';
import { parentAcrossShadow } from './dom-access';
import { watchHoverKey } from './hover-key';
import { clientRectsOf, type Mention } from './mention';
import { createMentionStepper } from './mention-stepper';
import { surroundingsOf } from './mention-surroundings';
import type { PageEvent, PopoverControl, PopoverHooks, PopoverSubject } from './popover-contract';
import { createPopoverHost } from './popover-host';
import { wordsAround } from './words-around';

/** How the reader wants cards to open and close, asked anew each time. */
export type CardSettings = () => Delays & { readonly hoverKey: HoverKey };

export function createPopoverControl(
  hooks: PopoverHooks,
  settings: CardSettings = () => DEFAULT_SETTINGS,
): PopoverControl {
  let state: PopoverState<Mention> = CLOSED;
  let token = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let prepared: { mention: Mention; cards: Promise<unknown> } | null = null;
  let shown: Mention | null = null;
  let point: Point | undefined;
  let byKeyboard = false;
  /** The mention under the pointer, also where no key is held that would open its card. */
  let resting: Mention | null = null;
  const ended = new AbortController();
  const hoverKey = watchHoverKey(() => settings().hoverKey, onHoverKey, ended.signal);
  const setCurrent = createCurrentMark();
  const stepper = createMentionStepper(hooks.mentions, setCurrent);

  const host = createPopoverHost<Mention>({
    ...hooks,
    tell(event) {
      // A pinned card is no longer ours to close, and one let go is open already.
      if (event.type === 'pinned') shown = null;
      if (event.type === 'unpinned') shown = event.mention;
      send(event, performance.now());
    },
  });

  function send(event: PopoverEvent<Mention>, since: number): void {
    const before = state;
    state = nextState(state, event, ++token);
    if (state === before) return;
    clearTimeout(timer);
    const wait = waitOf(state, settings());
    if (wait !== null && 'token' in state) {
      const due = state.token;
      // The wait began when the pointer came, though our code may have come only now.
      const late = Math.round(performance.now() - since);
      const end = () => send({ type: 'timer', token: due }, performance.now());
      timer = setTimeout(end, Math.max(0, wait - late));
    }
    carryOut();
  }

  function carryOut(): void {
    if (state.phase === 'dwelling') prepare(state.mention);
    if (state.phase === 'leaving' && state.next) prepare(state.next);
    if (state.phase === 'closed') {
      shown = null;
      host.close();
      setCurrent(null);
    }
    if (state.phase === 'open' && state.mention !== shown) show(state.mention);
  }

  /** Asks for the card early, so that it is there when the dwell is over. */
  function prepare(mention: Mention): Promise<unknown> {
    if (prepared?.mention !== mention) {
      const cards = hooks.fetchCards(mention.match.entities);
      // The popover shows the failure; until it is open nobody listens.
      cards.catch(() => {});
      prepared = { mention, cards };
    }
    return prepared.cards;
  }

  function show(mention: Mention): void {
    shown = mention;
    const cards = prepare(mention);
    prepared = null;
    host.open(mention, subjectOf(mention, cards));
  }

  function subjectOf(mention: Mention, cards: Promise<unknown>): PopoverSubject {
    return {
      text: mention.text,
      entities: mention.match.entities.map((key) => ({ key, label: hooks.labelOf(key) })),
      why: mention.match.why,
      surroundings: surroundingsOf(mention, hooks.mentions()),
      rects: () => clientRectsOf(mention),
      spans: mention.spans,
      context: () => contextOf(mention),
      cards,
      byKeyboard,
      point,
    };
  }

  /** A name whose card is pinned opens no second one; asked for, it shows the pinned one. */
  function isPinned(event: PageEvent): boolean {
    if (!('mention' in event)) return false;
    return event.type === 'over'
      ? host.isPinned(event.mention)
      : host.showPinned(event.mention, event.type === 'step');
  }

  /** Without the key a name is passed over, but for the one whose card is open already. */
  function withHoverKey(event: PageEvent): PageEvent {
    resting = event.type === 'over' ? event.mention : null;
    if (event.type !== 'over' || hoverKey.isHeld() || shown === event.mention) return event;
    return { type: 'out' };
  }

  function onHoverKey(held: boolean): void {
    const now = performance.now();
    if (!held && state.phase === 'dwelling') send({ type: 'out' }, now);
    if (!held || !resting) return;
    const over = { type: 'over', mention: resting } as const;
    if (isPinned(over)) return;
    // Asked for anew, so a card that was closed under the resting pointer opens again.
    if (state.phase === 'closed') send({ type: 'out' }, now);
    send(over, now);
  }

  const control: PopoverControl = {
    send(told, at, since) {
      if (at) hoverKey.note(at);
      const event = withHoverKey(told);
      if (isPinned(event)) {
        point = at;
        send({ type: event.type === 'over' ? 'out' : 'dismissed' }, since);
        return;
      }
      const box = host.box();
      const towards = Boolean(box && point && at && isHeadingFor(box, point, at));
      point = at;
      byKeyboard = event.type === 'step';
      const isMove = event.type === 'over' || event.type === 'out';
      send(isMove ? { ...event, towards } : event, since);
    },
    step(direction) {
      const mention = stepper.step(direction);
      if (mention) control.send({ type: 'step', mention }, undefined, performance.now());
    },
    goTo(entities, index, onShown) {
      const mention = stepper.goTo(entities, index);
      if (mention) onShown(wordsAround(mention));
    },
    leaveCurrent: () => setCurrent(null),
    owns: host.owns,
    destroy() {
      ended.abort();
      clearTimeout(timer);
      setCurrent(null);
      host.destroy();
    },
  };
  return control;
}

function contextOf(mention: Mention): Element | null {
  const node = mention.spans[0]?.node;
  return node ? parentAcrossShadow(node) : null;
}
