/** Focus across the border of a shadow root. */

/** The focused element, also inside open shadow roots; null where nothing has the focus. */
export function focusedElement(): HTMLElement | SVGElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (active === document.body || active === document.documentElement) return null;
  return active instanceof HTMLElement || active instanceof SVGElement ? active : null;
}

const TABBABLE = 'button:not(:disabled), summary, a[href], [tabindex="0"]';

/** Whether the Tab key would leave `root`, in the direction that the event asks for. */
export function wouldLeave(event: KeyboardEvent, root: ShadowRoot): boolean {
  const from = root.activeElement;
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey || !from) return false;
  const wanted = event.shiftKey
    ? Node.DOCUMENT_POSITION_PRECEDING
    : Node.DOCUMENT_POSITION_FOLLOWING;
  return !Array.from(root.querySelectorAll(TABBABLE)).some(
    (element) =>
      (from.compareDocumentPosition(element) & wanted) !== 0 && element.getClientRects().length > 0,
  );
}
