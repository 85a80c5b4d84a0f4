/** What the foot of the popover may cover of the card's lower edge. CSS pixels. */
const FOOT_PX = 60;

/** Scrolls the card, and never the page, so far that the element can be read. */
export function bringIntoView(element: Element | null): void {
  const scroller = element?.closest('[data-scroller]');
  if (!element || !scroller) return;
  const { top, bottom } = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const hidden = bottom - (frame.bottom - FOOT_PX);
  // Never so far that its beginning is lost.
  if (hidden > 0) scroller.scrollTop += Math.min(hidden, Math.max(0, top - frame.top));
}
