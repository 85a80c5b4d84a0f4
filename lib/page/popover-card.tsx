import { render } from 'preact';
import { CardBar } from '../ui/CardBar';
import { CardStack } from '../ui/CardStack';
import { ClipButton } from '../ui/ClipButton';
import { Surroundings } from '../ui/card-surroundings';
import type { NamedEntity, Reading } from '../ui/card-trail';
import { oneOf } from '../ui/format-list';
import { MarkFoot } from '../ui/MarkFoot';
import { topSite } from './frame';
import { parseCards } from './popover-cards';
import { beginClip } from './popover-clip';
import type { PopoverHooks, PopoverSubject } from './popover-contract';
import { focusedElement, wouldLeave } from './popover-focus';
import { createPopoverFrame } from './popover-frame';
import { makeMovable } from './popover-move';
import { followMention, placeFreely } from './popover-position';

export interface CardHooks extends Pick<PopoverHooks, 'fetchCards' | 'onMute' | 'onUnmute'> {
  readonly onPointer: (card: PopoverCard, inside: boolean) => void;
  /** Whether what is shown was looked up inside another card. */
  readonly onNested: (card: PopoverCard, nested: boolean) => void;
  readonly onPinned: (card: PopoverCard, pinned: boolean) => void;
  /** Any press or focus inside. */
  readonly onTouched: (card: PopoverCard) => void;
  /** It closed itself: by its button, Escape, a press elsewhere; or the mention is gone. */
  readonly onClosed: (card: PopoverCard, why: 'dismissed' | 'gone') => void;
  /** What has the focus inside another card. */
  readonly focusInside: () => HTMLElement | SVGElement | null;
}

/** One card on a page. Its host element is in the document only while it is open. */
export class PopoverCard {
  readonly #hooks: CardHooks;
  readonly #parts = createPopoverFrame();
  #subject: PopoverSubject | null = null;
  /** Aborted when it closes; null while closed. */
  #open: AbortController | null = null;
  /** Aborted when it closes or is pinned: until then it belongs to its mention. */
  #attached: AbortController | null = null;
  #pinned = false;
  /** Whose card is shown; null for a choice. */
  #shown: NamedEntity | null = null;
  /** What had the focus before us. */
  #returnTo: HTMLElement | SVGElement | null = null;
  /** Tells one opening from the next, so that nothing of the last card is left. */
  #count = 0;

  constructor(hooks: CardHooks) {
    this.#hooks = hooks;
    const { frame, root, sheet } = this.#parts;
    watchPointer(frame, (inside) => hooks.onPointer(this, inside));
    root.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent) this.#onKey(event);
    });
    for (const type of ['pointerdown', 'focusin']) {
      sheet.addEventListener(type, () => hooks.onTouched(this));
    }
    makeMovable(this.#parts, () => this.pin());
    // Also when it lost its box, since what it stood in was closed or taken away.
    new ResizeObserver(() => this.#keepInView()).observe(frame);
  }

  get root(): ShadowRoot {
    return this.#parts.root;
  }

  get isPinned(): boolean {
    return this.#pinned;
  }

  box(): DOMRect {
    return this.#parts.frame.getBoundingClientRect();
  }

  open(subject: PopoverSubject): void {
    if (!this.#hasFocus()) this.#returnTo = this.#hooks.focusInside() ?? focusedElement();
    this.#open?.abort();
    this.#attached?.abort();
    this.#open = new AbortController();
    this.#attached = new AbortController();
    this.#subject = subject;
    this.#count += 1;
    const [first, second] = subject.entities;
    this.#shown = second ? null : (first ?? null);
    if (!this.#draw()) {
      this.#closeItself('gone');
      return;
    }
    this.#parts.show(subject.context());
    this.#parts.sheet.scrollTop = 0;
    const early = { capture: true, signal: this.#open.signal };
    window.addEventListener('keydown', (event) => this.#closeOnEscape(event), early);
    window.addEventListener('resize', () => this.#keepInView(), early);
    this.#closeOnPressElsewhere(this.#attached.signal);
    if (subject.byKeyboard) this.focus();
    followMention({
      subject,
      parts: this.#parts,
      signal: this.#attached.signal,
      onGone: () => this.#closeItself('gone'),
    });
  }

  close(): void {
    if (!this.#open) return;
    this.#open.abort();
    this.#attached?.abort();
    this.#open = null;
    this.#pinned = false;
    // Before the host goes, lest the focus falls to the body in between.
    if (this.#hasFocus()) this.#giveFocusBack();
    this.#returnTo = null;
    this.#parts.hide();
    render(null, this.#parts.sheet);
  }

  /** From now on it stays where it is. */
  pin(): void {
    if (this.#pinned || !this.#open) return;
    this.#pinned = true;
    this.#attached?.abort();
    this.#draw();
    this.#parts.frame.dataset['pinned'] = '';
    placeFreely(this.#parts, this.box());
    this.#hooks.onPinned(this, true);
  }

  focus(): void {
    this.#parts.sheet.focus({ preventScroll: true });
  }

  /** Puts a pinned card before the others. */
  raise(): void {
    this.#parts.raise();
  }

  owns(event: Event): boolean {
    return event.composedPath().includes(this.#parts.host);
  }

  #unpin(): void {
    this.#pinned = false;
    this.#draw();
    delete this.#parts.frame.dataset['pinned'];
    this.#attached = new AbortController();
    this.#closeOnPressElsewhere(this.#attached.signal);
    this.#hooks.onPinned(this, false);
  }

  #closeItself(why: 'dismissed' | 'gone'): void {
    if (!this.#open) return;
    this.close();
    this.#hooks.onClosed(this, why);
  }

  #hasFocus(): boolean {
    return this.#parts.root.activeElement !== null;
  }

  #giveFocusBack(): void {
    const active = this.#parts.root.activeElement;
    this.#returnTo?.focus({ preventScroll: true });
    if (active instanceof HTMLElement && this.#hasFocus()) active.blur();
  }

  /** False where there is nothing to show. */
  #draw(): boolean {
    const subject = this.#subject;
    const [first, ...others] = subject?.entities ?? [];
    if (!subject || !first) return false;
    const { sheet } = this.#parts;
    render(
      <Surroundings.Provider value={subject.surroundings}>
        <CardStack
          key={this.#count}
          entities={[first, ...others]}
          text={subject.text}
          load={(keys) => this.#hooks.fetchCards(keys).then(parseCards)}
          firstCards={subject.cards.then(parseCards)}
          bar={(back) => (
            <CardBar
              back={back}
              tools={
                <ClipButton
                  key={this.#shown?.key ?? ''}
                  label={this.#shown?.label ?? null}
                  onClip={() => beginClip(this.#shown?.key ?? null, subject.spans)}
                />
              }
              pinned={this.#pinned}
              onPin={() => this.#togglePin()}
              onClose={() => this.#closeItself('dismissed')}
            />
          )}
          foot={(readAs) => this.#foot(subject, readAs)}
          onShow={(label, nested, entity) => {
            sheet.setAttribute('aria-label', label);
            this.#noteShown(entity);
            this.#hooks.onNested(this, nested);
          }}
        />
      </Surroundings.Provider>,
      sheet,
    );
    return true;
  }

  /** The head names whom a clipping from here is about. */
  #noteShown(entity: NamedEntity | null): void {
    if (this.#shown?.key === entity?.key) return;
    this.#shown = entity;
    // Not within the drawing that tells it.
    queueMicrotask(() => this.#open && this.#draw());
  }

  #foot({ text, why }: PopoverSubject, readAs: readonly Reading[]) {
    const entities = readAs.flatMap(({ keys }) => keys);
    return (
      <MarkFoot
        key={entities.join(' ')}
        text={text}
        label={oneOf([...new Set(readAs.map(({ label }) => label))])}
        why={why}
        scopes={topSite()?.site === null ? ['page', 'everywhere'] : ['page', 'site', 'everywhere']}
        mute={(scope) => this.#hooks.onMute({ entities, words: text, scope })}
        unmute={(scope) => this.#hooks.onUnmute({ entities, words: text, scope })}
      />
    );
  }

  #togglePin(): void {
    if (this.#pinned) this.#unpin();
    else this.pin();
  }

  /** A swipe that scrolls the page is no press: of fingers only what was lifted again counts. */
  #closeOnPressElsewhere(signal: AbortSignal): void {
    for (const type of ['pointerdown', 'pointerup'] as const) {
      window.addEventListener(
        type,
        (event) => {
          const counts = (event.pointerType === 'touch') === (type === 'pointerup');
          if (counts && !this.owns(event)) this.#closeItself('dismissed');
        },
        { capture: true, signal },
      );
    }
  }

  #onKey(event: KeyboardEvent): void {
    const { key, altKey, ctrlKey, metaKey, target } = event;
    if (key === 'ArrowLeft' && altKey && !ctrlKey && !metaKey) {
      const back = this.#parts.root.querySelector<HTMLElement>('.back');
      if (!back) return;
      event.preventDefault();
      back.click();
    } else if (key.toLowerCase() === 'p' && !altKey && !ctrlKey && !metaKey && !isTyping(target)) {
      event.preventDefault();
      this.#togglePin();
    } else if (wouldLeave(event, this.#parts.root)) {
      event.preventDefault();
      if (this.#pinned) this.#giveFocusBack();
      else this.#closeItself('dismissed');
    }
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
    } else if (this.#pinned || this.#hooks.focusInside()) return;
    this.#closeItself('dismissed');
  }

  #keepInView(): void {
    // On paper it is hidden, and meant to be.
    if (!this.#open || !this.#pinned || matchMedia('print').matches) return;
    if (this.box().width === 0) this.#parts.show(null);
    if (this.box().width === 0) this.#closeItself('gone');
    else placeFreely(this.#parts, this.box());
  }
}

/** A finger or a pen "leaves" whenever it is lifted, so only a mouse counts as leaving. */
function watchPointer(frame: HTMLElement, tell: (inside: boolean) => void): void {
  frame.addEventListener('pointerenter', ({ pointerType }) => {
    if (pointerType !== 'touch') tell(true);
  });
  frame.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse') tell(false);
  });
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select');
}
