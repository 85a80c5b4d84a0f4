/** Brings the popover's code in when it is first needed, and tells it of the page from then on. */
import {
  type PageEvent,
  POPOVER_FACTORY,
  type PointerPlace,
  type PopoverControl,
  type PopoverFactory,
  type PopoverHooks,
} from './popover-contract';

export interface PopoverDriverOptions extends PopoverHooks {
  /** Brings the popover's code into this frame. */
  readonly loadPopover: () => Promise<unknown>;
}

export interface PopoverDriver extends Pick<PopoverControl, 'step' | 'goTo' | 'leaveCurrent'> {
  /** `at`: where the pointer is. */
  send(event: PageEvent, at?: PointerPlace): void;
  /** Whether an event of the page went to the popover. */
  owns(event: Event): boolean;
}

export function createPopoverDriver(
  options: PopoverDriverOptions,
  signal: AbortSignal,
): PopoverDriver {
  let control: PopoverControl | null = null;
  let loading = false;
  /** What the popover is told first when it has come. */
  let waiting: ((control: PopoverControl) => void) | null = null;
  /** Whether that was asked for by key, finger or press: a pointer that moves meanwhile is no answer. */
  let isAsked = false;

  async function load(): Promise<void> {
    if (loading) return;
    loading = true;
    // Without its code there is nothing to show; the page stays as it is.
    await options.loadPopover().catch(() => {});
    loading = false;
    const told = waiting;
    forget();
    const { [POPOVER_FACTORY]: create } = globalThis as { [POPOVER_FACTORY]?: PopoverFactory };
    if (!create || signal.aborted) return;
    control = create(options);
    told?.(control);
  }

  function forget(): void {
    waiting = null;
    isAsked = false;
  }

  function tell(what: (control: PopoverControl) => void, asked = true): void {
    if (signal.aborted) return;
    waiting = what;
    isAsked = asked;
    if (control) what(control);
    else void load();
  }

  signal.addEventListener('abort', () => control?.destroy(), { once: true });

  return {
    send(event, at) {
      const since = performance.now();
      const isMove = event.type === 'over' || event.type === 'out';
      if (!control && isMove && isAsked) return;
      if (control || 'mention' in event) tell((popover) => popover.send(event, at, since), !isMove);
      else forget();
    },
    step: (direction) => tell((popover) => popover.step(direction)),
    goTo: (...place) => tell((popover) => popover.goTo(...place)),
    leaveCurrent: () => control?.leaveCurrent(),
    owns: (event) => control?.owns(event) ?? false,
  };
}
