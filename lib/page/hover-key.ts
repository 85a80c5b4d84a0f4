/** Whether the key is held that the reader wants to hold while a card opens. */
import type { HoverKey } from '../core/settings/settings';

/** The part of pointer and keyboard events that tells of such keys. */
export interface HeldKeys {
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

const FLAGS = { alt: 'altKey', shift: 'shiftKey', ctrl: 'ctrlKey' } as const;
const NONE: HeldKeys = { altKey: false, shiftKey: false, ctrlKey: false };

export interface HoverKeyWatch {
  /** Also where none has to be. */
  isHeld(): boolean;
  /** Takes it from an event that was seen elsewhere; tells nobody. */
  note(event: HeldKeys): void;
}

/** `onChange` hears of the key going down and up, until the signal aborts. */
export function watchHoverKey(
  chosen: () => HoverKey,
  onChange: (held: boolean) => void,
  signal: AbortSignal,
): HoverKeyWatch {
  let keys = NONE;

  function isHeld(): boolean {
    const key = chosen();
    return key === 'none' || keys[FLAGS[key]];
  }

  function note({ altKey, shiftKey, ctrlKey }: HeldKeys): void {
    keys = { altKey, shiftKey, ctrlKey };
  }

  function onKeys(now: HeldKeys): void {
    const before = isHeld();
    note(now);
    if (isHeld() !== before) onChange(!before);
  }

  const options = { capture: true, passive: true, signal } as const;
  addEventListener('keydown', onKeys, options);
  addEventListener('keyup', onKeys, options);
  // Whoever goes to another window lets the key go there.
  addEventListener('blur', () => onKeys(NONE), { signal });
  return { isHeld, note };
}
