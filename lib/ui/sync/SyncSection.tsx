import { useEffect, useState } from 'preact/hooks';
import { SYNC_LIMITS } from '../../core/sync/room';
import { SYNC_KINDS } from '../../core/sync/sync-kinds';
import { kindsOn, type SyncState } from '../../core/sync/sync-state';
import { t } from '../message';
import { formatSize } from '../packs/format-size';
import { Section } from '../settings/Section';
import { SyncConflicts } from './SyncConflicts';
import { SyncKindEntry } from './SyncKindEntry';
import type { SyncApi } from './sync-api';

/** What the browser carries to the reader's other devices: off, until each has been agreed to. */
export function SyncSection({ api }: { readonly api: SyncApi }) {
  const [state, setState] = useState<SyncState | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void api.readState().then(setState, () => setFailed(true));
    return api.watchState(setState);
  }, [api]);
  function attempt(work: Promise<void>): Promise<void> {
    setFailed(false);
    return work.catch(() => setFailed(true));
  }
  const isOn = state !== null && kindsOn(state).length > 0;
  return (
    <Section id="sync" title={t('sync_title')}>
      <p>{t('sync_lead')}</p>
      <p class="help">{t('sync_never')}</p>
      <p class="problem" role="alert">
        {failed ? t('sync_failed') : ''}
      </p>
      {state && (
        <ul class="entry-list">
          {SYNC_KINDS.map((kind) => (
            <SyncKindEntry
              key={kind}
              kind={kind}
              state={state.kinds[kind]}
              packsUrl={api.packsUrl}
              onTurn={(wanted) => attempt(api.turn(kind, wanted))}
              onErase={() => attempt(api.erase(kind))}
            />
          ))}
        </ul>
      )}
      {state && isOn && (
        <div class="form-line">
          <button type="button" class="button" onClick={() => void attempt(api.meetNow())}>
            {t('sync_now')}
          </button>
          <p class="help" role="status">
            {t('sync_used', formatSize(state.used), formatSize(SYNC_LIMITS.total))}
          </p>
        </div>
      )}
      {state && isOn && <SyncConflicts api={api} state={state} />}
    </Section>
  );
}
