/** All cards of a page: the one that follows the pointer or the keys, and those that are pinned. */
import type { PopoverEvent } from '../core/popover/state';
import { PopoverCard } from './popover-card';
import type { PopoverHooks, PopoverSubject } from './popover-contract';

/** More cover the page. The one that was not used for longest makes room. */
const MAX_PINNED = 4;

/** Let tests reach the closed roots, from our isolated world only. */
const ROOT_FOR_TESTS = Symbol.for('glossator.popover.root');
const PINNED_FOR_TESTS = Symbol.for('glossator.popover.pinned');

export interface HostHooks<M> extends PopoverHooks {
  /** What happens in the card that follows the pointer. */
  readonly tell: (event: PopoverEvent<M>) => void;
}

export interface PopoverHost<M> {
  /** Opens the card, or shows another subject in the one that is open. */
  open(mention: M, subject: PopoverSubject): void;
  /** Pinned cards stay. */
  close(): void;
  /** Whether an event of the page went to any card. */
  owns(event: Event): boolean;
  /** Where the open card is; null where none is, or only pinned ones. */
  box(): DOMRect | null;
  isPinned(mention: M): boolean;
  /** Brings the mention's pinned card to the front; false where it has none. */
  showPinned(mention: M, withFocus: boolean): boolean;
  destroy(): void;
}

interface Held<M> {
  readonly card: PopoverCard;
  readonly mention: M;
}

export function createPopoverHost<M>(hooks: HostHooks<M>): PopoverHost<M> {
  let current: Held<M> | null = null;
  /** Kept from one opening to the next. */
  let spare: PopoverCard | null = null;
  /** Those in front last. */
  let pinned: readonly Held<M>[] = [];

  function create(): PopoverCard {
    return new PopoverCard({
      ...hooks,
      onPointer(card, inside) {
        if (card === current?.card) hooks.tell({ type: inside ? 'popoverEntered' : 'popoverLeft' });
      },
      onNested(card, nested) {
        if (card === current?.card) hooks.tell({ type: 'nested', nested });
      },
      onPinned(card, isPinned) {
        if (isPinned) pin(card);
        else release(card);
      },
      onTouched: raise,
      onClosed(card, why) {
        if (card !== current?.card) forget(card);
        else {
          spare = card;
          setCurrent(null);
          hooks.tell({ type: why });
        }
      },
      focusInside,
    });
  }

  function pin(card: PopoverCard): void {
    if (card !== current?.card) return;
    setPinned([...pinned, current]);
    setCurrent(null);
    hooks.tell({ type: 'pinned' });
    const [last] = pinned;
    if (last && pinned.length > MAX_PINNED) {
      last.card.close();
      forget(last.card);
    }
  }

  function release(card: PopoverCard): void {
    const held = pinned.find((one) => one.card === card);
    if (!held) return;
    current?.card.close();
    forget(card);
    setCurrent(held);
    hooks.tell({ type: 'unpinned', mention: held.mention });
  }

  function forget(card: PopoverCard): void {
    setPinned(pinned.filter((one) => one.card !== card));
  }

  function setCurrent(held: Held<M> | null): void {
    current = held;
    exposeToTests(ROOT_FOR_TESTS, held?.card.root);
  }

  function setPinned(cards: readonly Held<M>[]): void {
    pinned = cards;
    exposeToTests(
      PINNED_FOR_TESTS,
      cards.map(({ card }) => card.root),
    );
  }

  function raise(card: PopoverCard): void {
    const held = pinned.find((one) => one.card === card);
    if (!held || held === pinned.at(-1)) return;
    setPinned([...pinned.filter((one) => one !== held), held]);
    card.raise();
  }

  function focusInside(): HTMLElement | SVGElement | null {
    for (const { card } of current ? [current, ...pinned] : pinned) {
      const active = card.root.activeElement;
      if (active instanceof HTMLElement || active instanceof SVGElement) return active;
    }
    return null;
  }

  return {
    open(mention, subject) {
      const card = current?.card ?? spare ?? create();
      spare = null;
      setCurrent({ card, mention });
      card.open(subject);
    },
    close() {
      if (!current) return;
      spare = current.card;
      setCurrent(null);
      spare.close();
    },
    owns: (event) =>
      Boolean(current?.card.owns(event)) || pinned.some(({ card }) => card.owns(event)),
    box: () => current?.card.box() ?? null,
    isPinned: (mention) => pinned.some((one) => one.mention === mention),
    showPinned(mention, withFocus) {
      const held = pinned.find((one) => one.mention === mention);
      if (!held) return false;
      raise(held.card);
      if (withFocus) held.card.focus();
      return true;
    },
    destroy() {
      for (const { card } of current ? [current, ...pinned] : pinned) card.close();
      setCurrent(null);
      setPinned([]);
    },
  };
}

function exposeToTests(name: symbol, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(globalThis, name);
  else Reflect.set(globalThis, name, value);
}
