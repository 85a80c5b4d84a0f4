import { render } from 'preact';
import { CardStack } from '../ui/CardStack';
import { MarkFoot } from '../ui/MarkFoot';
import { strings } from '../ui/strings';
import { topSite } from './frame';
import { parseCards } from './popover-cards';
import type { Popover, PopoverCallbacks, PopoverFactory, PopoverSubject } from './popover-contract';
import { focusedElement, wouldLeave } from './popover-focus';
import { createPopoverFrame } from './popover-frame';
import { followMention } from './popover-position';

/** The popover on a page. Its host element is in the document only while it is open. */
export const createPopover: PopoverFactory = (callbacks) => new PopoverHost(callbacks);

class PopoverHost implements Popover {
  readonly #callbacks: PopoverCallbacks;
  readonly #parts = createPopoverFrame();
  /** Aborted when it closes; null while closed. */
  #open: AbortController | null = null;
  /** What had the focus before us. */
  #returnTo: HTMLElement | SVGElement | null = null;
  /** Tells one opening from the next, so that nothing of the last card is left. */
  #count = 0;

  constructor(callbacks: PopoverCallbacks) {
    this.#callbacks = callbacks;
    this.#watchPointer();
    this.#parts.root.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || !wouldLeave(event, this.#parts.root)) return;
      event.preventDefault();
      this.#closeItself();
    });
  }

  open(subject: PopoverSubject): void {
    if (!this.#hasFocus()) this.#returnTo = focusedElement();
    this.#open?.abort();
    this.#open = new AbortController();
    const { signal } = this.#open;
    if (!this.#draw(subject)) {
      this.#closeItself();
      return;
    }
    this.#parts.show(subject.context());
    this.#parts.sheet.scrollTop = 0;
    this.#listen(signal);
    if (subject.byKeyboard) this.#parts.sheet.focus({ preventScroll: true });
    followMention({ subject, parts: this.#parts, signal, onGone: () => this.#closeItself() });
  }

  close(): void {
    if (!this.#open) return;
    this.#open.abort();
    this.#open = null;
    // Before the host goes, lest the focus falls to the body in between.
    if (this.#hasFocus()) this.#returnTo?.focus({ preventScroll: true });
    this.#returnTo = null;
    this.#parts.hide();
    render(null, this.#parts.sheet);
  }

  owns(event: Event): boolean {
    return event.composedPath().includes(this.#parts.host);
  }

  destroy(): void {
    this.close();
  }

  #closeItself(): void {
    if (!this.#open) return;
    this.close();
    this.#callbacks.onClosed();
  }

  #hasFocus(): boolean {
    return this.#parts.root.activeElement !== null;
  }

  /** False where there is nothing to show. */
  #draw(subject: PopoverSubject): boolean {
    const [first, ...others] = subject.entities;
    if (!first) return false;
    const { sheet } = this.#parts;
    const remark = remarkOn(subject);
    this.#count += 1;
    render(
      <CardStack
        key={this.#count}
        entities={[first, ...others]}
        text={subject.text}
        load={(keys) => this.#callbacks.fetchCards(keys).then(parseCards)}
        firstCards={subject.cards.then(parseCards)}
        {...(remark ? { remark } : {})}
        foot={(readAs) => this.#foot(subject, readAs)}
        onShow={(label) => sheet.setAttribute('aria-label', label)}
      />,
      sheet,
    );
    sheet.setAttribute(
      'aria-label',
      others.length === 0 ? first.label : strings.stack.chooserLabel(subject.text),
    );
    return true;
  }

  #foot({ text, why }: PopoverSubject, readAs: PopoverSubject['entities']) {
    const entities = readAs.map(({ key }) => key);
    return (
      <MarkFoot
        key={entities.join(' ')}
        text={text}
        label={readAs.map(({ label }) => label).join(strings.popup.or)}
        why={why}
        scopes={topSite()?.site === null ? ['page', 'everywhere'] : ['page', 'site', 'everywhere']}
        mute={(scope) => this.#callbacks.onMute({ entities, words: text, scope })}
        unmute={(scope) => this.#callbacks.onUnmute({ entities, words: text, scope })}
      />
    );
  }

  #listen(signal: AbortSignal): void {
    const early = { capture: true, signal };
    window.addEventListener('keydown', (event) => this.#closeOnEscape(event), early);
    window.addEventListener(
      'pointerdown',
      (event) => {
        if (!this.owns(event)) this.#closeItself();
      },
      early,
    );
  }

  #closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    // Pressed in here it is ours; else the page may close something of its own as well.
    if (this.#hasFocus()) {
      swallow(event);
      window.addEventListener('keyup', (up) => up.key === 'Escape' && swallow(up), {
        capture: true,
        once: true,
      });
    }
    this.#closeItself();
  }

  /** A finger "leaves" with every tap, so only what can hover counts. */
  #watchPointer(): void {
    const { frame } = this.#parts;
    frame.addEventListener('pointerenter', (event) => {
      if (event.pointerType !== 'touch') this.#callbacks.onPointerEnter();
    });
    frame.addEventListener('pointerleave', (event) => {
      if (event.pointerType !== 'touch') this.#callbacks.onPointerLeave();
    });
  }
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Why words that would not do on their own are read as this name. */
function remarkOn({ text, why, entities }: PopoverSubject): string | null {
  // Where it stays open who is meant, nobody has been taken for anyone.
  if (entities.length > 1) return null;
  if (why.rule === 'strong' || why.support.text === text) return null;
  return strings.stack.takenFor(text, why.support.text);
}
