import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { plural, t } from '../message';
import type { Pack } from './packs-api';

export interface DeletePackProps {
  readonly pack: Pack;
  readonly onDelete: () => Promise<void>;
}

/** Asks once, and says for how long it can be undone. */
export function DeletePack({ pack: { title, entities }, onDelete }: DeletePackProps) {
  const [state, setState] = useState<'closed' | 'asking' | 'deleting'>('closed');
  const keep = useRef<HTMLButtonElement>(null);
  const question = useId();
  useEffect(() => {
    if (state === 'asking') keep.current?.focus();
  }, [state]);
  if (state === 'deleting') return <p role="status">{t('packs_deleting')}</p>;
  if (state === 'closed') {
    return (
      <button
        type="button"
        class="text-button"
        aria-label={t('packs_delete_of', title)}
        onClick={() => setState('asking')}
      >
        {t('packs_delete')}
      </button>
    );
  }
  return (
    <div class="question">
      <p id={question}>{plural('packs_delete_ask', entities, title)}</p>
      <div class="form-line">
        <button
          type="button"
          class="button"
          aria-describedby={question}
          onClick={() => {
            setState('deleting');
            void onDelete().finally(() => setState('closed'));
          }}
        >
          {t('packs_delete_now')}
        </button>
        <button type="button" class="text-button" ref={keep} onClick={() => setState('closed')}>
          {t('packs_delete_not')}
        </button>
      </div>
    </div>
  );
}
