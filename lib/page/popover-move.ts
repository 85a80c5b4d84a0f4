/** Moving a card about: by its head with mouse, finger or pen, by keys, and by single presses. */
import type { Point } from '../core/popover/box';
import type { PopoverFrame } from './popover-frame';
import { placeFreely, visibleArea } from './popover-position';

/** A press that moved less is a press. Px. */
const DRAG_TOLERANCE_PX = 4;
const KEY_STEP_PX = 24;
/** Further than any screen; where a card may be is decided when it is placed. */
const FAR_PX = 1e5;

const HANDLE = '[data-move-keys]';

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * Makes the card movable by what has `data-moves` in it, and by the button with `data-move-keys`:
 * arrow keys, with Shift to the edge; a press puts it into the next corner, for whoever cannot
 * drag. `onTaken` is told before the card leaves its place.
 */
export function makeMovable(parts: PopoverFrame, onTaken: () => void): void {
  const { frame, sheet } = parts;
  let grip: (Point & { readonly card: Point; readonly id: number; moved: boolean }) | null = null;
  let wasDragged = false;

  function moveBy(step: Point): void {
    const { x, y } = frame.getBoundingClientRect();
    onTaken();
    placeFreely(parts, { x: x + step.x, y: y + step.y });
  }

  sheet.addEventListener('pointerdown', (event) => {
    wasDragged = false;
    const head = closest(event.target, '[data-moves]');
    const control = closest(event.target, 'button');
    const handle = closest(event.target, HANDLE);
    if (!head || control !== handle || !event.isPrimary || event.button !== 0) return;
    const { x, y } = frame.getBoundingClientRect();
    const { clientX, clientY, pointerId: id } = event;
    grip = { x: clientX, y: clientY, card: { x, y }, id, moved: false };
    // The click that may follow goes to what has the pointer.
    (handle ?? head).setPointerCapture(id);
  });

  sheet.addEventListener('pointermove', (event) => {
    if (grip?.id !== event.pointerId) return;
    const dx = event.clientX - grip.x;
    const dy = event.clientY - grip.y;
    if (!grip.moved && Math.hypot(dx, dy) < DRAG_TOLERANCE_PX) return;
    if (!grip.moved) onTaken();
    grip.moved = true;
    frame.dataset['moving'] = '';
    placeFreely(parts, { x: grip.card.x + dx, y: grip.card.y + dy });
  });

  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    sheet.addEventListener(type, (event) => {
      if (grip?.id !== event.pointerId) return;
      wasDragged = grip.moved;
      grip = null;
      delete frame.dataset['moving'];
    });
  }

  sheet.addEventListener('click', (event) => {
    if (!closest(event.target, HANDLE) || wasDragged) return;
    moveBy(toNextCorner(frame.getBoundingClientRect()));
  });

  sheet.addEventListener('keydown', (event) => {
    const arrow = ARROWS[event.key];
    if (!arrow || !closest(event.target, HANDLE) || event.altKey || event.ctrlKey || event.metaKey)
      return;
    event.preventDefault();
    const length = event.shiftKey ? FAR_PX : KEY_STEP_PX;
    moveBy({ x: arrow.x * length, y: arrow.y * length });
  });
}

function closest(target: EventTarget | null, selector: string): Element | null {
  return target instanceof Element ? target.closest(selector) : null;
}

/** Clockwise, from the corner that the card is nearest to. */
function toNextCorner(card: DOMRect): Point {
  const view = visibleArea();
  const isLeft = card.left + card.right < view.left + view.right;
  const isTop = card.top + card.bottom < view.top + view.bottom;
  if (isTop) return isLeft ? { x: FAR_PX, y: -FAR_PX } : { x: FAR_PX, y: FAR_PX };
  return isLeft ? { x: -FAR_PX, y: -FAR_PX } : { x: -FAR_PX, y: FAR_PX };
}
