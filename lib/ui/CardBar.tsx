import type { ComponentChildren } from 'preact';
import { t } from './message';

export interface CardBarProps {
  /** The way back from a nested look-up. */
  readonly back: ComponentChildren;
  /** What else can be done with what is shown. */
  readonly tools?: ComponentChildren;
  readonly pinned: boolean;
  readonly onPin: () => void;
  readonly onClose: () => void;
}

/**
 * The head of a card on a page: the way back, and what is done with the card as a whole. The
 * host moves the card by what is marked with `data-moves` and `data-move-keys`.
 */
export function CardBar({ back, tools, pinned, onPin, onClose }: CardBarProps) {
  const pin = t(pinned ? 'popover_unpin' : 'popover_pin');
  return (
    <div class="card-bar" data-moves>
      <div class="card-back">{back}</div>
      {tools}
      <button
        type="button"
        class="tool grip"
        data-move-keys
        aria-label={t('popover_move')}
        title={t('popover_move_how')}
      >
        <Icon path="M5 3.5h.01M5 8h.01M5 12.5h.01M11 3.5h.01M11 8h.01M11 12.5h.01" width={2.2} />
      </button>
      <button
        type="button"
        class="tool pin"
        aria-label={t('popover_pin')}
        aria-pressed={pinned}
        aria-keyshortcuts="P"
        title={`${pin} (P)`}
        onClick={onPin}
      >
        <Icon path="M5.5 2h5M6.5 2v4.5L4 9.5h8L9.5 6.5V2M8 9.5V14" filled={pinned} />
      </button>
      <button
        type="button"
        class="tool close"
        aria-label={t('popover_close')}
        title={`${t('popover_close')} (Esc)`}
        onClick={onClose}
      >
        <Icon path="M3.5 3.5l9 9M12.5 3.5l-9 9" />
      </button>
    </div>
  );
}

interface IconProps {
  readonly path: string;
  readonly width?: number;
  readonly filled?: boolean;
}

function Icon({ path, width = 1.4, filled = false }: IconProps) {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        d={path}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width={width}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
