import type { Settings } from '../../core/settings/settings';
import { t } from '../message';
import { Choices } from './Choices';
import { Sample } from './Sample';
import { Section } from './Section';
import type { StartSample } from './settings-api';

export interface MarksSectionProps {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
  readonly annotate: StartSample;
}

/** How marks look and which there are, on a text that obeys at once. */
export function MarksSection({ settings, change, annotate }: MarksSectionProps) {
  return (
    <Section id="marks" title={t('options_marks')}>
      <Choices
        name="look"
        legend={t('options_look')}
        options={[
          { value: 'dotted', label: <span class="look dotted">{t('options_look_dotted')}</span> },
          { value: 'solid', label: <span class="look solid">{t('options_look_solid')}</span> },
          { value: 'tint', label: <span class="look tint">{t('options_look_tint')}</span> },
          { value: 'faint', label: <span class="look faint">{t('options_look_faint')}</span> },
        ]}
        chosen={settings.look}
        onChange={(look) => change({ look })}
      />
      <Choices
        name="density"
        legend={t('options_density')}
        options={[
          { value: 'all', label: t('options_density_all') },
          { value: 'section', label: t('options_density_section') },
          { value: 'page', label: t('options_density_page') },
        ]}
        chosen={settings.density}
        onChange={(density) => change({ density })}
        help={t('options_density_help')}
      />
      <h3>{t('options_sample')}</h3>
      <Sample annotate={annotate} empty={t('options_sample_empty')}>
        <h4>{t('options_sample_heading_1')}</h4>
        <p>{t('options_sample_text_1')}</p>
        <h4>{t('options_sample_heading_2')}</h4>
        <p>{t('options_sample_text_2')}</p>
      </Sample>
    </Section>
  );
}
