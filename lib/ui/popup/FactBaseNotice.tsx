import { type PlainKey, t } from '../message';
import type { FactBaseView } from './use-fact-base';

type Trouble = Extract<FactBaseView, { readonly state: 'failed' }>['reason'] | 'unanswered';

/** What is the matter, and what to do about it. */
const TROUBLES = {
  'storage-full': ['base_storage_full', 'base_storage_full_help'],
  'storage-blocked': ['base_storage_blocked', 'base_storage_blocked_help'],
  'bad-pack': ['base_bad_pack', 'base_bad_pack_help'],
  unknown: ['base_unknown', 'base_unknown_help'],
  unanswered: ['base_unanswered', 'base_unanswered_help'],
} as const satisfies Record<Trouble, readonly [what: PlainKey, help: PlainKey]>;

/** Whether the fact base is in a state that the reader has to know of. */
export function needsNotice(base: FactBaseView): boolean {
  return base.state === 'preparing' || base.state === 'failed' || base.state === 'unanswered';
}

export interface FactBaseNoticeProps {
  readonly base: FactBaseView;
  readonly onRebuild: () => void;
}

/** What is the matter with the fact base and what to do about it; nothing when all is well. */
export function FactBaseNotice({ base, onRebuild }: FactBaseNoticeProps) {
  if (!needsNotice(base)) return null;
  if (base.state === 'preparing') {
    return (
      <div class="notice" role="status">
        <p>{t('base_preparing')}</p>
        <p class="help">{t('base_preparing_help')}</p>
      </div>
    );
  }
  const [what, help] = TROUBLES[base.state === 'failed' ? base.reason : 'unanswered'];
  return (
    <div class="notice failed" role="alert">
      <p>{t(what)}</p>
      <p class="help">{t(help)}</p>
      {base.state === 'failed' && (
        <>
          <button type="button" class="more" onClick={onRebuild}>
            {t('base_rebuild')}
          </button>
          <details class="detail">
            <summary>{t('base_detail')}</summary>
            <p>{base.detail}</p>
          </details>
        </>
      )}
    </div>
  );
}
