/** Pointer events of the page, told to the popover as "over", "out" and "press". */
import { matchesSelector } from './dom-access';
import type { HitTest } from './hit-test';
import type { Mention } from './mention';
import type { PopoverDriver } from './popover-driver';

/** A press that moved further is a drag or a swipe. Pixels. */
const PRESS_TOLERANCE_PX = 6;

export interface PagePointer {
  /** One of these may have come under the resting pointer. */
  lookFor(added: readonly Mention[]): void;
}

export function startPointer(
  hitTest: HitTest,
  driver: PopoverDriver,
  signal: AbortSignal,
): PagePointer {
  /** The last event: where the pointer is, and which keys are held. */
  let point: PointerEvent | null = null;
  let frame = 0;
  let pressedAt: PointerEvent | null = null;

  /** At most once a frame, however many events a mouse sends. */
  function look(): void {
    frame = 0;
    if (signal.aborted || point === null) return;
    const mention = hitTest.mentionAt(point.x, point.y);
    driver.send(mention ? { type: 'over', mention } : { type: 'out' }, point);
  }

  function onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    // While a button is held the reader selects or drags; in the popover they point at no name.
    if (event.buttons !== 0 || driver.owns(event)) {
      point = null;
      return;
    }
    point = event;
    frame ||= requestAnimationFrame(look);
  }

  function onLeavePage(event: PointerEvent): void {
    // A finger or pen that is lifted does not go anywhere.
    if (event.relatedTarget !== null || event.pointerType !== 'mouse') return;
    point = null;
    driver.send({ type: 'out' });
  }

  function onDown(event: PointerEvent): void {
    pressedAt = event.isPrimary && event.button === 0 ? event : null;
    // A finger may begin to scroll, and what it presses it tells when it is lifted.
    if (driver.owns(event) || event.pointerType === 'touch') return;
    // Whoever presses a link, or begins to select, is not waiting for an explanation any more.
    point = null;
    driver.send({ type: 'dismissed' });
  }

  function onClick(event: PointerEvent): void {
    const from = pressedAt;
    pressedAt = null;
    if (!event.isTrusted || from === null || driver.owns(event)) return;
    if (isControl(event) || hasSelection()) return;
    const moved = Math.hypot(event.x - from.x, event.y - from.y);
    if (moved > PRESS_TOLERANCE_PX) return;
    const mention = hitTest.mentionAt(event.x, event.y);
    const stays = event.pointerType !== 'mouse';
    if (mention) driver.send({ type: 'press', mention, stays }, event);
  }

  const options = { signal, passive: true, capture: true } as const;
  window.addEventListener('pointermove', onMove, options);
  window.addEventListener('pointerout', onLeavePage, options);
  window.addEventListener('pointerdown', onDown, options);
  window.addEventListener('click', onClick, options);
  signal.addEventListener('abort', () => cancelAnimationFrame(frame), { once: true });

  return {
    lookFor(added) {
      if (point === null || added.length === 0) return;
      requestAnimationFrame(() => {
        const mention = point && !signal.aborted && hitTest.mentionAt(point.x, point.y);
        if (point && mention && added.includes(mention))
          driver.send({ type: 'over', mention }, point);
      });
    },
  };
}

/** A press on a link or button is the page's: the reader wants to go there. */
function isControl(event: Event): boolean {
  return event
    .composedPath()
    .some(
      (target) =>
        target instanceof Element &&
        matchesSelector(target, 'a[href], button, summary, label, [role="button"], [role="link"]'),
    );
}

function hasSelection(): boolean {
  return !(getSelection()?.isCollapsed ?? true);
}
