import type { Box, Point } from '../core/popover/box';
import { parentAcrossShadow } from './dom-access';
import type { PopoverSubject } from './popover-contract';
import type { PopoverFrame } from './popover-frame';
import {
  besideBox,
  chooseSide,
  isOutOfView,
  keepInside,
  referenceBox,
  type Side,
  type Writing,
} from './popover-placement';

/** Between the line and the popover, px; popover.css bridges the same distance. */
const GAP = 6;
/** Kept free at the edges of the viewport, px. */
export const MARGIN = 8;
/** In less room than this nobody can read: then the popover may cover the line. Px. */
const LEAST_HEIGHT = 96;
/** A page zoomed in further by two fingers is not made narrower still: the reader moves it. Px. */
const LEAST_WIDTH = 240;

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
  const writing = writingOf(subject.context());
  let side: Side | null = null;
  let placedFor = '';

  const look = () => {
    if (signal.aborted) return;
    const box = referenceBox(subject.rects(), subject.point, writing);
    const view = visibleArea();
    // A reader who works inside the popover keeps it though the mention scrolled away.
    const hasFocus = parts.root.activeElement !== null;
    if (!box || !parts.host.isConnected || (!hasFocus && isOutOfView(box, view))) {
      onGone();
      return;
    }
    const state = [...sides(box), ...sides(view), parts.sheet.scrollHeight].join(' ');
    if (state !== placedFor) {
      placedFor = state;
      side = chooseSide(box, view, writing, side);
      place({ box, view, side, writing, frame: parts.frame });
    }
    requestAnimationFrame(look);
  };
  look();
}

/** What the reader sees of the page: less than the viewport where two fingers have zoomed in. */
export function visibleArea(): Box {
  const view = window.visualViewport;
  if (!view) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const { offsetLeft, offsetTop, width, height } = view;
  return {
    left: offsetLeft,
    top: offsetTop,
    right: offsetLeft + width,
    bottom: offsetTop + height,
  };
}

/** Moves a card that follows nothing; all of it stays in view. Returns where it stands then. */
export function placeFreely({ frame }: PopoverFrame, wished: Point): Point {
  const view = visibleArea();
  giveRoom(frame, view.right - view.left, view.bottom - view.top - 2 * MARGIN);
  const { width, height } = frame.getBoundingClientRect();
  const at = keepInside(wished, { width, height }, view, MARGIN);
  delete frame.dataset['side'];
  moveTo(frame, at);
  return at;
}

interface Placing {
  readonly box: Box;
  readonly view: Box;
  readonly side: Side;
  readonly writing: Writing;
  readonly frame: HTMLElement;
}

function place({ box, view, side, writing, frame }: Placing): void {
  frame.dataset['side'] = side;
  const isBeside = side === 'left' || side === 'right';
  giveRoom(
    frame,
    isBeside ? roomAt(side, box, view) - GAP + MARGIN : view.right - view.left,
    isBeside ? view.bottom - view.top - 2 * MARGIN : heightAt(side, box, view),
  );
  const { width, height } = frame.getBoundingClientRect();
  // Along the line, and across it only where the popover would leave what is seen.
  const wished = besideBox(box, side, { width, height }, writing.rightToLeft, GAP);
  moveTo(frame, keepInside(wished, { width, height }, view, MARGIN));
}

function heightAt(side: 'top' | 'bottom', box: Box, view: Box): number {
  const room = roomAt(side, box, view) - GAP - MARGIN;
  return room < LEAST_HEIGHT ? view.bottom - view.top - 2 * MARGIN : room;
}

function roomAt(side: Side, box: Box, view: Box): number {
  return Math.abs(view[side] - box[side]);
}

function giveRoom({ style }: HTMLElement, width: number, height: number): void {
  style.setProperty('--across', `${Math.max(LEAST_WIDTH, Math.floor(width - 2 * MARGIN))}px`);
  style.setProperty('--room', `${Math.floor(height)}px`);
}

function moveTo({ style }: HTMLElement, { x, y }: Point): void {
  style.setProperty('left', `${Math.round(x)}px`);
  style.setProperty('top', `${Math.round(y)}px`);
}

/** Of the block around the mention: a Latin name in an Arabic line runs its own way. */
function writingOf(context: Element | null): Writing {
  let block = context;
  let style = block && getComputedStyle(block);
  while (block && style && /^(?:inline|contents)$/.test(style.display)) {
    block = parentAcrossShadow(block);
    style = block && getComputedStyle(block);
  }
  if (!style) return { vertical: false, rightToLeft: false };
  const { writingMode, direction } = style;
  const vertical = /^(?:vertical|sideways)/.test(writingMode);
  return {
    vertical,
    rightToLeft: vertical ? writingMode.endsWith('-rl') : direction === 'rtl',
  };
}

function sides({ left, top, right, bottom }: Box): number[] {
  return [left, top, right, bottom];
}
