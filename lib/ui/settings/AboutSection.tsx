import { t } from '../message';
import { Section } from './Section';
import type { SettingsApi } from './settings-api';

export function AboutSection({ api }: { readonly api: SettingsApi }) {
  return (
    <Section id="about" title={t('options_about')}>
      <p>{t('options_version', api.version)}</p>
      <p class="help">{t('options_license')}</p>
      <p>
        <a href={api.welcomeUrl}>{t('options_welcome_again')}</a>
      </p>
    </Section>
  );
}
