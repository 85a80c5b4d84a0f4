import cardCss from '../../assets/styles/card.css?inline';
import popoverCss from '../../assets/styles/popover.css?inline';
import tokensCss from '../../assets/styles/tokens.css?inline';
import { t } from '../ui/message';
import { matchesSelector, parentAcrossShadow } from './dom-access';

const XHTML = 'http://www.w3.org/1999/xhtml';

/** The popover's elements: all that a page ever sees of us is `host`, while it is open. */
export interface PopoverFrame {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Stands in the top layer and is moved about. */
  readonly frame: HTMLElement;
  /** The dialog itself; scrolls. */
  readonly sheet: HTMLElement;
  /** Puts it on the page, above everything; `context` is an element around the mention. */
  show(context: Element | null): void;
  /** Puts what is shown already above the others. */
  raise(): void;
  /** Takes it off the page again. */
  hide(): void;
}

export function createPopoverFrame(): PopoverFrame {
  const { host, root } = createHost();
  applyStyles(root);
  const frame = createElement('div');
  frame.className = 'popover';
  frame.popover = 'manual';
  const sheet = createElement('div');
  sheet.className = 'glossator sheet';
  sheet.tabIndex = 0;
  // The reader's language, on a page in any language.
  sheet.lang = t('locale');
  sheet.setAttribute('role', 'dialog');
  sheet.dataset['scroller'] = '';
  frame.append(sheet);
  root.append(frame);
  keepEventsInside(host);
  keepWheelInside(sheet);

  return {
    host,
    root,
    frame,
    sheet,
    show(context) {
      const parent = parentFor(context);
      // Shown anew each time: the last one shown is on top, also above a later dialog of the page.
      host.remove();
      parent.append(host);
      frame.showPopover();
    },
    raise() {
      // Not by taking the host off the page, which would lose focus and scroll places.
      frame.hidePopover();
      frame.showPopover();
    },
    hide() {
      host.remove();
    },
  };
}

function createHost(): { host: HTMLElement; root: ShadowRoot } {
  const host = createElement('glossator-popover');
  try {
    return { host: style(host), root: host.attachShadow({ mode: 'closed' }) };
  } catch {
    // The page defined an element of this name, which took the shadow root for itself.
    const plain = createElement('div');
    return { host: style(plain), root: plain.attachShadow({ mode: 'closed' }) };
  }
}

/** In an XML document `createElement` would give elements that are not HTML. */
function createElement(name: string): HTMLElement {
  return document.createElementNS(XHTML, name) as HTMLElement;
}

/**
 * Inline and important: nothing that a page's style sheet says wins over it. The host has no
 * box of its own, so it cannot move anything of the page.
 */
function style(host: HTMLElement): HTMLElement {
  for (const [name, value] of [
    ['all', 'initial'],
    ['display', 'block'],
    ['position', 'fixed'],
    ['inset', '0 auto auto 0'],
    ['width', '0'],
    ['height', '0'],
  ] as const) {
    host.style.setProperty(name, value, 'important');
  }
  // The reader's own style sheets may widen text; what a page sets ends at the frame in here.
  for (const name of ['line-height', 'letter-spacing', 'word-spacing']) {
    host.style.removeProperty(name);
  }
  return host;
}

function applyStyles(root: ShadowRoot): void {
  const css = `${tokensCss}\n${cardCss}\n${popoverCss}`;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    if (root.adoptedStyleSheets.length === 1) return;
  } catch {
    // Not every browser lets a content script's sheet into a page's tree; a <style> is next best.
  }
  const element = createElement('style');
  element.textContent = css;
  root.append(element);
}

/**
 * The root element, from which the top layer lifts us above everything; but what is modal or
 * full-screen makes all outside itself inert, so a mention in there needs us in there too.
 */
function parentFor(context: Element | null): Element | ShadowRoot {
  let element = context;
  while (element) {
    // The light children of a shadow host may have no place to be drawn in.
    if (matchesSelector(element, ':modal, :fullscreen')) return element.shadowRoot ?? element;
    element = parentAcrossShadow(element);
  }
  return document.documentElement;
}

const KEPT_INSIDE = [
  'keydown keypress keyup',
  'beforeinput input change',
  'pointerdown pointerup pointermove pointerover pointerout pointercancel',
  'mousedown mouseup mousemove mouseover mouseout',
  'click dblclick auxclick contextmenu wheel',
  'touchstart touchmove touchend touchcancel',
  'focusin focusout copy cut paste selectstart dragstart',
].flatMap((types) => types.split(' '));

/** The page's shortcuts and menus must not answer to what happens in the popover. */
function keepEventsInside(host: HTMLElement): void {
  for (const type of KEPT_INSIDE) {
    host.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }
}

/** overscroll-behavior holds only what can scroll: a short card would pass the wheel on. */
function keepWheelInside(sheet: HTMLElement): void {
  sheet.addEventListener(
    'wheel',
    (event) => {
      const zooms = event.ctrlKey;
      if (!zooms && sheet.scrollHeight <= sheet.clientHeight) event.preventDefault();
    },
    { passive: false },
  );
}
