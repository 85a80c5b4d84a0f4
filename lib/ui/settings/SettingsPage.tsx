import { useEffect } from 'preact/hooks';
import { t } from '../message';
import { SyncSection } from '../sync/SyncSection';
import { AboutSection } from './AboutSection';
import { CardsSection } from './CardsSection';
import { FactsSection } from './FactsSection';
import { KeysSection } from './KeysSection';
import { LanguageSection } from './LanguageSection';
import { MarksSection } from './MarksSection';
import { NamesSection } from './NamesSection';
import { PrivacySection } from './PrivacySection';
import { SitesSection } from './SitesSection';
import type { SettingsApi } from './settings-api';
import { useSettings } from './use-settings';

/** All that a reader can choose. */
export function SettingsPage({ api }: { readonly api: SettingsApi }) {
  const { settings, failed, change } = useSettings(api);
  const title = `${t('options_title')} – ${t('extension_name')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <header class="masthead">
        <p class="wordmark">{t('extension_name')}</p>
        <h1>{t('options_title')}</h1>
        <p class="help">{t('options_saved_at_once')}</p>
      </header>
      <div class="settings">
        <Contents />
        <main>
          <p class="problem" role="alert">
            {failed ? t('options_not_saved') : ''}
          </p>
          {settings && (
            <>
              <MarksSection settings={settings} change={change} annotate={api.annotate} />
              <CardsSection settings={settings} change={change} />
            </>
          )}
          <SitesSection api={api} />
          {settings && (
            <>
              <NamesSection api={api} settings={settings} change={change} />
              <LanguageSection settings={settings} change={change} />
            </>
          )}
          <KeysSection api={api} />
          <SyncSection api={api.sync} />
          <PrivacySection api={api} />
          <FactsSection api={api} />
          <AboutSection api={api} />
        </main>
      </div>
    </>
  );
}

function Contents() {
  const sections = [
    ['marks', t('options_marks')],
    ['cards', t('options_cards')],
    ['sites', t('options_sites')],
    ['names', t('options_names')],
    ['language', t('options_language')],
    ['keys', t('options_keys')],
    ['sync', t('sync_title')],
    ['privacy', t('options_privacy')],
    ['facts', t('options_facts')],
    ['about', t('options_about')],
  ] as const;
  return (
    <nav class="contents" aria-label={t('options_nav')}>
      <ul>
        {sections.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
