import { SCRIPTS, type Script, type Settings } from '../../core/settings/settings';
import { t } from '../message';
import { MuteList } from './MuteList';
import { Section } from './Section';
import type { SettingsApi } from './settings-api';

export interface NamesSectionProps {
  readonly api: SettingsApi;
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}

/** Which names are marked. */
export function NamesSection({ api, settings, change }: NamesSectionProps) {
  const { scripts } = settings;
  const labels: Readonly<Record<Script, string>> = {
    latin: t('options_script_latin', 'Jack Ma'),
    han: t('options_script_han', '马云'),
    hangul: t('options_script_hangul', '마윈'),
  };
  return (
    <Section id="names" title={t('options_names')}>
      <fieldset class="choice-group" aria-describedby="scripts-help">
        <legend>{t('options_scripts')}</legend>
        <div class="choice-list">
          {SCRIPTS.map((script) => (
            <label key={script} class="choice">
              <input
                type="checkbox"
                name={`script-${script}`}
                checked={scripts.includes(script)}
                disabled={scripts.length === 1 && scripts.includes(script)}
                onChange={(event) => {
                  const wanted = event.currentTarget.checked;
                  change({
                    scripts: SCRIPTS.filter((each) =>
                      each === script ? wanted : scripts.includes(each),
                    ),
                  });
                }}
              />
              <span>{labels[script]}</span>
            </label>
          ))}
        </div>
        <p class="help" id="scripts-help">
          {t('options_scripts_help')}
        </p>
      </fieldset>
      <MuteList api={api} />
    </Section>
  );
}
