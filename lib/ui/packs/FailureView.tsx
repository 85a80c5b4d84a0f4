import { type PlainKey, t } from '../message';
import type { FailureCode, ImportFailureReason } from './packs-api';
import { placeWords, problemWords } from './problem-words';

const WORDS = {
  'storage-full': 'packs_failed_storage_full',
  'reserved-id': 'packs_failed_reserved_id',
  'too-many-packs': 'packs_failed_too_many_packs',
  outdated: 'packs_failed_outdated',
  'private-window': 'packs_failed_private',
  'storage-blocked': 'packs_failed_storage_blocked',
  died: 'packs_failed_died',
  unknown: 'packs_failed_unexpected',
} as const satisfies Record<FailureCode, PlainKey>;

export interface FailureViewProps {
  readonly reason: ImportFailureReason;
  /** For people who report it; may be empty. */
  readonly detail: string;
  /** Whether deleted packs still take up room. */
  readonly hasDeleted: boolean;
  readonly onClose: () => void;
}

/** One sentence on what is wrong, where, and that nothing was changed. */
export function FailureView({ reason, detail, hasDeleted, onClose }: FailureViewProps) {
  const isProblem = typeof reason === 'object';
  const place = isProblem ? placeWords(reason.place) : '';
  return (
    <>
      <div class="failure" role="alert">
        <p>{isProblem ? problemWords(reason) : t(WORDS[reason])}</p>
        {place !== '' && <p class="place">{place}</p>}
        {reason === 'storage-full' && hasDeleted && <p>{t('packs_failed_deleted_room')}</p>}
        <p class="help">{t('packs_failed_unchanged')}</p>
      </div>
      {detail !== '' && (
        <details class="fold">
          <summary>{t('packs_detail')}</summary>
          <p class="help">{detail}</p>
        </details>
      )}
      <button type="button" class="button" onClick={onClose}>
        {t('packs_try_again')}
      </button>
    </>
  );
}
