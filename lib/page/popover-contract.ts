/**
 * What the content script and the popover agree on. The popover's code comes into the frame only
 * when a reader first rests on a name; it leaves its factory under POPOVER_FACTORY on the global
 * object of our own isolated world, which the page cannot see.
 */
import type { EntityKey } from '../core/facts/keys';
import type { Why } from '../core/recognition/mention';
import type { Muting } from '../messaging/protocol';

export const POPOVER_FACTORY = Symbol.for('glossator.popover');

export interface PopoverSubject {
  /** The words on the page. */
  readonly text: string;
  /** More than one: the reader chooses. */
  readonly entities: readonly { readonly key: EntityKey; readonly label: string }[];
  readonly why: Why;
  /** The mention's boxes now, in viewport coordinates; empty when it is gone. */
  readonly rects: () => readonly DOMRect[];
  /** An element around the mention, for what is modal or full-screen. */
  readonly context: () => Element | null;
  /** The background's answer to `getEntityCards`, not yet checked; asked for during the dwell. */
  readonly cards: Promise<unknown>;
  /** Opened by key: focus goes in, and comes back on closing. */
  readonly byKeyboard: boolean;
  /** Where the pointer rested: on which line of a broken name. Viewport coordinates. */
  readonly point?: { readonly x: number; readonly y: number } | undefined;
}

export interface PopoverCallbacks {
  /** Asks the background for further cards; the answer is not yet checked. */
  readonly fetchCards: (entities: readonly EntityKey[]) => Promise<unknown>;
  /** "Not this one": rejects where it could not be stored. */
  readonly onMute: (muting: Muting) => Promise<unknown>;
  /** Undoes just that. */
  readonly onUnmute: (muting: Muting) => Promise<unknown>;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  /** The popover closed itself: Escape, a press elsewhere, the mention gone. */
  readonly onClosed: () => void;
}

export interface Popover {
  open(subject: PopoverSubject): void;
  close(): void;
  /** Whether an event of the page went to the popover. */
  owns(event: Event): boolean;
  /** Removes the host element; nothing stays. */
  destroy(): void;
}

export type PopoverFactory = (callbacks: PopoverCallbacks) => Popover;
