import { useEffect, useState } from 'preact/hooks';
import { NO_SWITCHES, type SwitchState } from '../../core/sites/site-switch';
import { t } from '../message';
import { AddSite } from './AddSite';
import { Choices } from './Choices';
import { patternText } from './pattern-words';
import { RemovalNote } from './RemovalNote';
import { Section } from './Section';
import { SiteRow } from './SiteRow';
import type { SettingsApi } from './settings-api';
import { shownOrNot } from './shown-or-not';
import { TestAddress } from './TestAddress';
import { useRemoval } from './use-removal';

/** Where names are shown. */
export function SitesSection({ api }: { readonly api: SettingsApi }) {
  const [switches, setSwitches] = useState(NO_SWITCHES);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void api.readSwitches().then(setSwitches, () => setFailed(true));
    return api.watchSwitches(setSwitches);
  }, [api]);
  const removal = useRemoval<readonly [pattern: string, state: SwitchState]>(
    ([pattern]) => api.setSiteChoice(pattern, 'default'),
    ([pattern, state]) => api.setSiteChoice(pattern, state),
  );

  function store(work: Promise<void>): void {
    setFailed(false);
    work.catch(() => setFailed(true));
  }

  async function replace(before: string, after: string, state: SwitchState): Promise<void> {
    await api.setSiteChoice(after, state);
    if (after !== before) await api.setSiteChoice(before, 'default');
  }

  const sites = Object.entries(switches.sites).sort(([a], [b]) => (bare(a) < bare(b) ? -1 : 1));
  return (
    <Section id="sites" title={t('options_sites')}>
      <Choices
        name="default-switch"
        legend={t('options_default')}
        options={shownOrNot()}
        chosen={switches.default}
        onChange={(state) => store(api.setDefaultSwitch(state))}
      />
      {failed && (
        <p class="problem" role="alert">
          {t('options_not_saved')}
        </p>
      )}
      <h3 id="site-list">{t('options_site_list')}</h3>
      {sites.length === 0 ? (
        <p class="help">{t('options_site_none')}</p>
      ) : (
        <ul class="entry-list" aria-labelledby="site-list">
          {sites.map(([pattern, state]) => (
            <SiteRow
              key={pattern}
              pattern={pattern}
              state={state}
              taken={switches.sites}
              onState={(next) => store(api.setSiteChoice(pattern, next))}
              onPattern={(next) => store(replace(pattern, next, state))}
              onRemove={() => removal.remove([pattern, state])}
            />
          ))}
        </ul>
      )}
      <RemovalNote
        removal={removal}
        words={([pattern]) => t('options_site_removed', patternText(pattern))}
      />
      <AddSite switches={switches} onAdd={(pattern, state) => api.setSiteChoice(pattern, state)} />
      <TestAddress switches={switches} />
    </Section>
  );
}

/** Sites stand together with those below them. */
function bare(pattern: string): string {
  return pattern.replace(/^\*\./, '');
}
