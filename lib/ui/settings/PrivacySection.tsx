import { useEffect, useState } from 'preact/hooks';
import { MAX_RECENT } from '../../core/lookups/recent-lookups';
import { plural, t } from '../message';
import { Section } from './Section';
import type { SettingsApi } from './settings-api';

/** What is stored where, what pages can see, and what can be forgotten. */
export function PrivacySection({ api }: { readonly api: SettingsApi }) {
  const [recent, setRecent] = useState(0);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const count = () => void api.countRecent().then(setRecent, () => {});
    count();
    addEventListener('focus', count);
    return () => removeEventListener('focus', count);
  }, [api]);
  function clear(): void {
    setFailed(false);
    api.clearRecent().then(
      () => setRecent(0),
      () => setFailed(true),
    );
  }
  return (
    <Section id="privacy" title={t('options_privacy')}>
      <p>{t('options_privacy_nothing_leaves')}</p>
      <p>{t('sync_privacy')}</p>
      <p>{t('options_privacy_marks')}</p>
      <h3>{t('options_privacy_stored')}</h3>
      <ul class="plain-list">
        <li>{t('options_privacy_facts')}</li>
        <li>{t('options_privacy_settings')}</li>
        <li>{t('options_privacy_recent', MAX_RECENT)}</li>
      </ul>
      <p>{t('options_privacy_private')}</p>
      <div class="form-line">
        <button type="button" class="button" disabled={recent === 0} onClick={clear}>
          {t('options_recent_clear')}
        </button>
        <p class="help" role="status">
          {failed
            ? t('options_not_saved')
            : recent === 0
              ? t('options_recent_none')
              : plural('options_recent_count', recent)}
        </p>
      </div>
    </Section>
  );
}
