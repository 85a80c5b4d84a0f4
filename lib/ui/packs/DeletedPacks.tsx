import { useEffect, useRef, useState } from 'preact/hooks';
import { formatTime } from '../format-time';
import { plural, t } from '../message';
import { formatSize } from './format-size';
import type { DeletedPack } from './packs-api';

export interface DeletedPacksProps {
  readonly packs: readonly DeletedPack[];
  /** The store of the one that has just been deleted, at which the reader goes on. */
  readonly latest: string | null;
  readonly onReturn: (pack: DeletedPack) => Promise<void>;
  readonly onGiveUp: (pack: DeletedPack) => Promise<void>;
}

/** Packs that can still be had back, with what they cost as long as they wait. */
export function DeletedPacks({ packs, latest, onReturn, onGiveUp }: DeletedPacksProps) {
  if (packs.length === 0) return null;
  return (
    <section class="deleted-packs" aria-labelledby="deleted-title">
      <h3 id="deleted-title">{t('packs_deleted_title')}</h3>
      <p class="help">{t('packs_deleted_help')}</p>
      <ul class="entry-list">
        {packs.map((pack) => (
          <Entry
            key={pack.store}
            pack={pack}
            isLatest={pack.store === latest}
            onReturn={() => onReturn(pack)}
            onGiveUp={() => onGiveUp(pack)}
          />
        ))}
      </ul>
    </section>
  );
}

interface EntryProps {
  readonly pack: DeletedPack;
  readonly isLatest: boolean;
  readonly onReturn: () => Promise<void>;
  readonly onGiveUp: () => Promise<void>;
}

function Entry({ pack, isLatest, onReturn, onGiveUp }: EntryProps) {
  const { id, title, entities, keptUntil, bytes } = pack;
  const [busy, setBusy] = useState<'no' | 'returning' | 'giving-up'>('no');
  const isBusy = busy !== 'no';
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isLatest) undo.current?.focus();
  }, [isLatest]);
  function run(what: 'returning' | 'giving-up', work: () => Promise<void>): void {
    setBusy(what);
    void work().finally(() => setBusy('no'));
  }
  return (
    <li class="entry" data-deleted={id}>
      <div class="entry-words">
        <p class="entry-name" dir="auto">
          {title}
        </p>
        <p class="help">
          {[
            plural('options_pack_names', entities),
            ...(bytes === null ? [] : [t('packs_deleted_room', formatSize(bytes))]),
            t('packs_deleted_until', formatTime(keptUntil)),
          ].join(' · ')}
        </p>
        <p class="help" role="status">
          {busy === 'returning' ? t('packs_returning') : ''}
        </p>
      </div>
      <div class="entry-tools" aria-busy={isBusy}>
        <button
          type="button"
          class="button"
          ref={undo}
          disabled={isBusy}
          aria-label={t('packs_return_of', title)}
          onClick={() => run('returning', onReturn)}
        >
          {t('packs_return')}
        </button>
        <button
          type="button"
          class="text-button"
          disabled={isBusy}
          aria-label={t('packs_give_up_of', title)}
          onClick={() => run('giving-up', onGiveUp)}
        >
          {t('packs_give_up')}
        </button>
      </div>
    </li>
  );
}
