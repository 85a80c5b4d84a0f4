/**
 * What the content script and the popover agree on. The popover's code comes into the frame only
 * when a reader first points at a name; it leaves its factory under POPOVER_FACTORY on the global
 * object of our own isolated world, which the page cannot see. All that is not needed before that
 * is the popover's: the content script tells what the pointer and the keys do, and no more.
 */

import type { CardSurroundings } from '../core/facts/card-surroundings';
import type { EntityKey } from '../core/facts/keys';
import type { Point } from '../core/popover/box';
import type { PopoverEvent } from '../core/popover/state';
import type { Why } from '../core/recognition/mention';
import type { MentionWords } from '../messaging/mention-words';
import type { Muting } from '../messaging/protocol';
import type { HeldKeys } from './hover-key';
import type { Mention } from './mention';
import type { NodeSpan } from './text-flow';

export const POPOVER_FACTORY = Symbol.for('glossator.popover');

/** What the page tells of; the rest of the popover's life is its own. */
export type PageEvent = Extract<
  PopoverEvent<Mention>,
  { readonly type: 'over' | 'out' | 'press' | 'step' | 'dismissed' }
>;

/** In viewport coordinates, with the keys held meanwhile; pointer events fit. */
export type PointerPlace = Point & HeldKeys;

export interface PopoverHooks {
  /** Label of an entity, known from the matcher. */
  readonly labelOf: (entity: EntityKey) => string;
  /** Asks the background for cards; the answer is not yet checked. */
  readonly fetchCards: (entities: readonly EntityKey[]) => Promise<unknown>;
  /** All of the page, in reading order. */
  readonly mentions: () => readonly Mention[];
  /** "Not this one": rejects where it could not be stored. */
  readonly onMute: (muting: Muting) => Promise<unknown>;
  /** Undoes just that. */
  readonly onUnmute: (muting: Muting) => Promise<unknown>;
}

export interface PopoverControl {
  /** `at`: where the pointer is; `since`: when, by `performance.now()`. */
  send(event: PageEvent, at: PointerPlace | undefined, since: number): void;
  /** Opens the card of the next (1) or previous (-1) visible mention. */
  step(direction: 1 | -1): void;
  /**
   * Brings the nth visible mention (from 0, around the end) of just these entities into view, and
   * tells its words with those around them.
   */
  goTo(entities: readonly EntityKey[], index: number, onShown: (words: MentionWords) => void): void;
  /** Sets no mention off from the others any more. */
  leaveCurrent(): void;
  /** Whether an event of the page went to one of our cards. */
  owns(event: Event): boolean;
  /** Takes every card off the page; nothing stays. */
  destroy(): void;
}

export type PopoverFactory = (hooks: PopoverHooks) => PopoverControl;

/** What a card is about, and where it belongs. */
export interface PopoverSubject {
  /** The words on the page. */
  readonly text: string;
  /** More than one: the reader chooses. */
  readonly entities: readonly { readonly key: EntityKey; readonly label: string }[];
  readonly why: Why;
  /** The mention's boxes now, in viewport coordinates; empty when it is gone. */
  readonly rects: () => readonly DOMRect[];
  /** Its parts in the page's text. */
  readonly spans: readonly NodeSpan[];
  /** An element around the mention, for what is modal or full-screen, and for its writing. */
  readonly context: () => Element | null;
  /** The background's answer to `getEntityCards`, not yet checked; asked for during the dwell. */
  readonly cards: Promise<unknown>;
  /** Opened by key: focus goes in, and comes back on closing. */
  readonly byKeyboard: boolean;
  /** What the page around the mention tells its card. */
  readonly surroundings: CardSurroundings;
  /** Where the pointer rested: on which line of a broken name. Viewport coordinates. */
  readonly point?: Point | undefined;
}
