import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OwnSection, Saved } from '../../core/clipping/clip-schema';
import { t } from '../message';
import { ClipMessage } from './ClipMessage';
import type { PackEditApi } from './clip-api';
import { HistoryFold } from './HistoryFold';
import { PageFrame } from './PageFrame';

export interface EditPackRecordProps<T> {
  readonly api: PackEditApi;
  /** Of the record. */
  readonly recordKey: string;
  readonly section: OwnSection;
  readonly load: () => Promise<T | null>;
  /** By which a reader knows it. */
  readonly wordsOf: (found: T) => string;
  /** Where the library shows it. */
  readonly hrefOf: (found: T) => string;
  readonly children: (
    found: T,
    onSaved: (saved: Change) => void,
    leave: () => void,
  ) => ComponentChildren;
}

type Change = Pick<Extract<Saved, { ok: true }>, 'change'>;

interface Shared {
  /** Title of the pack. */
  readonly pack: string;
  readonly isEdited: boolean;
}

/** An entry of an imported pack being changed: the form, what it was before, and the way back. */
export function EditPackRecord<T extends Shared>(props: EditPackRecordProps<T>) {
  const { api, recordKey: key, section, load, wordsOf, hrefOf, children } = props;
  const [found, setFound] = useState<T | null | undefined>(undefined);
  const [saved, setSaved] = useState<Change | null>(null);
  const [failed, setFailed] = useState(false);
  /** Another form for another state of the record. */
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    load().then(setFound, () => setFound(null));
  }, [key, turn]);
  const again = (work: Promise<unknown>): void => {
    setFailed(false);
    work.then(
      () => {
        setFound(undefined);
        setSaved(null);
        setTurn((count) => count + 1);
      },
      () => setFailed(true),
    );
  };
  if (found === undefined) {
    return (
      <PageFrame>
        <p class="help">{t('library_loading')}</p>
      </PageFrame>
    );
  }
  if (found === null) {
    return (
      <PageFrame>
        <ClipMessage title={t('clip_gone')} words={t('clip_gone_help')}>
          <a href="library.html">{t('panel_open_library')}</a>
        </ClipMessage>
      </PageFrame>
    );
  }
  const trouble = (
    <p class="problem" role="alert">
      {failed && t('clip_save_failed')}
    </p>
  );
  if (saved) {
    const { change } = saved;
    return (
      <PageFrame>
        <ClipMessage
          title={t(change === undefined ? 'edit_unchanged' : 'clip_saved')}
          {...(change !== undefined && { words: t('edit_pack_saved', found.pack) })}
        >
          <a href={hrefOf(found)}>{t('edit_to_library')}</a>
          {change !== undefined && (
            <button type="button" class="button" onClick={() => again(api.undo(key, change))}>
              {t('edit_undo')}
            </button>
          )}
        </ClipMessage>
        {trouble}
      </PageFrame>
    );
  }
  const leave = (): void => {
    location.href = hrefOf(found);
  };
  return (
    <PageFrame>
      <div key={turn}>{children(found, setSaved, leave)}</div>
      <section class="edit-past">
        {found.isEdited && (
          <button type="button" class="text-button" onClick={() => again(api.revert(key, section))}>
            {t('edit_revert')}
          </button>
        )}
        {trouble}
        <HistoryFold load={() => api.history(key, section)} of={wordsOf(found)} />
      </section>
    </PageFrame>
  );
}
