import { computePosition, offset, shift, size } from '@floating-ui/dom';
import type { PopoverSubject } from './popover-contract';
import type { PopoverFrame } from './popover-frame';
import { type Box, chooseSide, isOutOfView, referenceBox, type Side } from './popover-placement';

/** Between the line and the popover, px; popover.css bridges the same distance. */
const GAP = 6;
/** Kept free at the edges of the viewport, px. */
const MARGIN = 8;
/** In less room than this nobody can read: then the popover may cover the line. Px. */
const LEAST_HEIGHT = 96;

export interface Following {
  readonly subject: PopoverSubject;
  readonly parts: PopoverFrame;
  readonly signal: AbortSignal;
  /** The mention is not to be seen any more. */
  readonly onGone: () => void;
}

/**
 * Keeps the popover at its mention until the signal aborts. It looks once a frame, since a text
 * can move without any event (scrollers, fonts, page animations), and places only on change.
 */
export function followMention({ subject, parts, signal, onGone }: Following): void {
  let side: Side | null = null;
  let placedFor = '';

  const look = () => {
    if (signal.aborted) return;
    const box = referenceBox(subject.rects(), subject.point);
    // A reader who works inside the popover keeps it though the mention scrolled away.
    const hasFocus = parts.root.activeElement !== null;
    if (
      !box ||
      !parts.host.isConnected ||
      (!hasFocus && isOutOfView(box, innerWidth, innerHeight))
    ) {
      onGone();
      return;
    }
    const state = [...sides(box), innerWidth, innerHeight, parts.sheet.scrollHeight].join(' ');
    if (state !== placedFor) {
      placedFor = state;
      side = chooseSide(box, innerHeight, side);
      void place(box, side, parts, signal);
    }
    requestAnimationFrame(look);
  };
  look();
}

function sides({ left, top, right, bottom }: Box): number[] {
  return [left, top, right, bottom];
}

async function place(
  box: Box,
  side: Side,
  { frame, sheet }: PopoverFrame,
  signal: AbortSignal,
): Promise<void> {
  frame.dataset['side'] = side;
  const { x, y } = await computePosition(
    // No context element: nothing clips the top layer, and a page's form may lead a walk up astray.
    { getBoundingClientRect: () => toRect(box) },
    frame,
    {
      strategy: 'fixed',
      placement: `${side}-start`,
      middleware: [
        offset(GAP),
        size({
          padding: MARGIN,
          apply({ availableHeight }) {
            const cramped = availableHeight < LEAST_HEIGHT;
            const room = cramped ? innerHeight - 2 * MARGIN : availableHeight;
            sheet.style.setProperty('--room', `${Math.floor(room)}px`);
          },
        }),
        // Along the line, and across it only where the popover would leave the viewport.
        shift({ padding: MARGIN, crossAxis: true }),
      ],
    },
  );
  if (signal.aborted) return;
  frame.style.setProperty('left', `${Math.round(x)}px`);
  frame.style.setProperty('top', `${Math.round(y)}px`);
}

function toRect({ left, top, right, bottom }: Box) {
  return { left, top, right, bottom, x: left, y: top, width: right - left, height: bottom - top };
}
