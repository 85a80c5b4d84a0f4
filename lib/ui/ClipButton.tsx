import { useState } from 'preact/hooks';
import { t } from './message';

export interface ClipButtonProps {
  /** Of the name that the clipping will be about; null where several are meant. */
  readonly label: string | null;
  readonly onClip: () => Promise<unknown>;
}

/** Begins a clipping from a card. It takes nothing from what is selected on the page. */
export function ClipButton({ label, onClip }: ClipButtonProps) {
  const [failed, setFailed] = useState(false);
  // Taken before they are needed: an extension that was updated just now has no words any more.
  const [sorry] = useState(() => t('popover_clip_failed'));
  const how = label === null ? t('popover_clip_how_plain') : t('popover_clip_how', label);
  return (
    <>
      <button
        type="button"
        class="tool clip"
        aria-description={how}
        title={how}
        // A press would give the button the selection's place in some browsers.
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          // Pages cannot reach in here; whatever could is not to clip in the reader's name.
          if (!event.isTrusted) return;
          setFailed(false);
          onClip().catch(() => setFailed(true));
        }}
      >
        {t('popover_clip')}
      </button>
      <span class={failed ? 'clip-failed' : 'spoken'} role="alert">
        {failed && sorry}
      </span>
    </>
  );
}
