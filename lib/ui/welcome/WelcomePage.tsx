import { useEffect, useState } from 'preact/hooks';
import { t } from '../message';
import { CommandList } from '../settings/CommandList';
import { Sample } from '../settings/Sample';
import { Section } from '../settings/Section';
import type { CommandKeys } from '../settings/settings-api';
import { AccessNote } from './AccessNote';
import type { WelcomeApi } from './welcome-api';

/** What Glossator does, on a text to try it with, and what a reader has to know of it. */
export function WelcomePage({ api }: { readonly api: WelcomeApi }) {
  const [commands, setCommands] = useState<readonly CommandKeys[]>([]);
  useEffect(() => {
    void api.readCommands().then(setCommands, () => {});
  }, [api]);
  const title = t('welcome_title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <header class="masthead">
        <p class="wordmark">{t('extension_name')}</p>
        <h1>{title}</h1>
        <p class="lead">{t('welcome_lead')}</p>
      </header>
      <main class="welcome">
        <Section id="try" title={t('welcome_try')}>
          <p class="help">{t('welcome_try_how')}</p>
          <Sample annotate={api.annotate} empty={t('welcome_preparing')}>
            <p>{t('welcome_sample_1')}</p>
            <p>{t('welcome_sample_2')}</p>
          </Sample>
        </Section>
        <div class="notes">
          <Section id="card" title={t('welcome_card')}>
            <ul class="plain-list">
              <li>{t('welcome_card_claims')}</li>
              <li>{t('welcome_card_support')}</li>
              <li>{t('welcome_card_sources')}</li>
            </ul>
          </Section>
          <Section id="permission" title={t('welcome_permission')}>
            <p>{t('welcome_permission_why')}</p>
            <AccessNote hasAccess={api.hasAccess} requestAccess={api.requestAccess} />
          </Section>
          <Section id="switch" title={t('welcome_switch')}>
            <p>{t('welcome_switch_how')}</p>
            <p>{t('welcome_pin')}</p>
          </Section>
          <Section id="keys" title={t('welcome_keys')}>
            <CommandList commands={commands} unset={t('welcome_keys_none')} />
            <p class="help">{t('welcome_keys_change')}</p>
          </Section>
          <Section id="privacy" title={t('welcome_privacy')}>
            <p>{t('welcome_privacy_nothing')}</p>
            <p>{t('welcome_privacy_marks')}</p>
          </Section>
          <Section id="more" title={t('welcome_more')}>
            <ul class="plain-list">
              <li>
                <a href={api.libraryUrl}>{t('welcome_library')}</a>
              </li>
              <li>
                <button type="button" class="text-button" onClick={api.openSettings}>
                  {t('welcome_settings')}
                </button>
              </li>
            </ul>
          </Section>
        </div>
      </main>
    </>
  );
}
