import type { Settings } from '../../core/settings/settings';
import { t } from '../message';
import { Choices } from './Choices';
import { Section } from './Section';

export interface LanguageSectionProps {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}

/** Languages are written in themselves: whoever looks for one can read it. */
export function LanguageSection({ settings, change }: LanguageSectionProps) {
  return (
    <Section id="language" title={t('options_language')}>
      <Choices
        name="language"
        legend={t('options_language_of')}
        options={[
          { value: 'browser', label: t('options_language_browser') },
          { value: 'en', label: <span lang="en">English</span> },
          { value: 'zh_CN', label: <span lang="zh-Hans">简体中文</span> },
          { value: 'zh_TW', label: <span lang="zh-Hant">繁體中文</span> },
          { value: 'ko', label: <span lang="ko">한국어</span> },
        ]}
        chosen={settings.interfaceLanguage}
        onChange={(interfaceLanguage) => change({ interfaceLanguage })}
        help={t('options_language_help')}
      />
    </Section>
  );
}
