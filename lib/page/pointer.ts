/** Pointer events of the page, told to the popover as "over", "out" and "press". */
import { matchesSelector } from './dom-access';
import type { HitTest } from './hit-test';
import type { PopoverDriver } from './popover-driver';

/** A press that moved further is a drag or a swipe. Pixels. */
const PRESS_TOLERANCE_PX = 6;

export function startPointer(hitTest: HitTest, driver: PopoverDriver, signal: AbortSignal): void {
  let point: { x: number; y: number } | null = null;
  let frame = 0;
  let pressedAt: { x: number; y: number } | null = null;

  /** At most once a frame, however many events a mouse sends. */
  function look(): void {
    frame = 0;
    if (signal.aborted || point === null) return;
    const mention = hitTest.mentionAt(point.x, point.y);
    if (mention) driver.send({ type: 'over', mention }, point);
    else driver.send({ type: 'out' });
  }

  function onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch' || driver.owns(event)) return;
    // While a button is held the reader selects or drags.
    if (event.buttons !== 0) {
      point = null;
      return;
    }
    point = { x: event.clientX, y: event.clientY };
    frame ||= requestAnimationFrame(look);
  }

  function onLeavePage(event: PointerEvent): void {
    if (event.relatedTarget !== null) return;
    point = null;
    driver.send({ type: 'out' });
  }

  function onDown(event: PointerEvent): void {
    pressedAt =
      event.isPrimary && event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
    if (driver.owns(event)) return;
    // Whoever presses a link, or begins to select, is not waiting for an explanation any more.
    point = null;
    driver.send({ type: 'dismissed' });
  }

  function onClick(event: MouseEvent): void {
    const from = pressedAt;
    pressedAt = null;
    if (!event.isTrusted || from === null || driver.owns(event)) return;
    if (isControl(event) || hasSelection()) return;
    const moved = Math.hypot(event.clientX - from.x, event.clientY - from.y);
    if (moved > PRESS_TOLERANCE_PX) return;
    const at = { x: event.clientX, y: event.clientY };
    const mention = hitTest.mentionAt(at.x, at.y);
    if (mention) driver.send({ type: 'press', mention }, at);
  }

  const options = { signal, passive: true, capture: true } as const;
  window.addEventListener('pointermove', onMove, options);
  window.addEventListener('pointerout', onLeavePage, options);
  window.addEventListener('pointerdown', onDown, options);
  window.addEventListener('click', onClick, options);
  signal.addEventListener('abort', () => cancelAnimationFrame(frame), { once: true });
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
