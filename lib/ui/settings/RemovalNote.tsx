import { useEffect, useRef } from 'preact/hooks';
import { t } from '../message';
import type { Removal } from './use-removal';

export interface RemovalNoteProps<T> {
  readonly removal: Removal<T>;
  readonly words: (removed: T) => string;
}

/** Says what was removed, and takes it back. The button that was pressed is gone, so the focus comes here. */
export function RemovalNote<T>({ removal, words }: RemovalNoteProps<T>) {
  const undo = useRef<HTMLButtonElement>(null);
  const { removed, failed } = removal;
  useEffect(() => {
    if (removed !== null) undo.current?.focus();
  }, [removed]);
  return (
    <div class="removal" role="status">
      {removed !== null && (
        <p>
          {words(removed)}{' '}
          <button type="button" class="text-button" ref={undo} onClick={removal.undo}>
            {t('options_undo')}
          </button>
        </p>
      )}
      {failed && <p class="problem">{t('options_not_saved')}</p>}
    </div>
  );
}
