import type { SiteChoice, SwitchState } from '../../core/sites/site-switch';
import { siteName } from '../../core/sites/site-switch';
import { t } from '../message';
import type { SiteState } from './popup-api';
import type { SwitchFailure } from './use-site-switch';

export interface SiteSwitchProps {
  /** Null until it is known; the switch stands there from the first frame all the same. */
  readonly site: SiteState | null;
  readonly failed: SwitchFailure | null;
  readonly onChoice: (choice: SiteChoice) => void;
  readonly onDefault: (state: SwitchState) => void;
}

/** Whether names are marked on this site, and on sites without a choice of their own. */
export function SiteSwitch({ site, failed, onChoice, onDefault }: SiteSwitchProps) {
  const name = site?.site ? siteName(site.site) : null;
  const noSite = site !== null && name === null;
  return (
    <header class="site">
      <div class="site-line">
        <p class="site-name" title={name ?? undefined} dir="ltr">
          {name ?? (noSite ? t('popup_no_site') : ' ')}
        </p>
        <Choices site={site} name={name} onChoice={onChoice} />
      </div>
      <div class="site-line">
        <p class="site-why">
          {noSite ? t('popup_no_site_why') : site?.isPrivate ? t('popup_private_window') : ''}
          {failed && (
            <span role="alert">
              {t(failed === 'read' ? 'popup_switch_unread' : 'popup_switch_failed')}
            </span>
          )}
        </p>
        <DefaultSwitch state={site?.default ?? null} onDefault={onDefault} />
      </div>
    </header>
  );
}

interface ChoicesProps {
  readonly site: SiteState | null;
  readonly name: string | null;
  readonly onChoice: (choice: SiteChoice) => void;
}

function Choices({ site, name, onChoice }: ChoicesProps) {
  const options: readonly (readonly [SiteChoice, string])[] = [
    ['default', defaultChoice(site)],
    ['on', t('popup_choice_on')],
    ['off', t('popup_choice_off')],
  ];
  return (
    <fieldset class="choices" disabled={name === null}>
      <legend class="spoken">{t('popup_site_switch', name ?? t('popup_no_site'))}</legend>
      {options.map(([choice, label]) => (
        <label key={choice}>
          <input
            type="radio"
            name="site-choice"
            value={choice}
            checked={name !== null && site?.choice === choice}
            onChange={() => onChoice(choice)}
          />
          <span class="choice-label">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function defaultChoice(site: SiteState | null): string {
  if (!site) return t('popup_choice_default');
  return t(site.otherwise === 'on' ? 'popup_choice_default_on' : 'popup_choice_default_off');
}

interface DefaultSwitchProps {
  readonly state: SwitchState | null;
  readonly onDefault: (state: SwitchState) => void;
}

function DefaultSwitch({ state, onDefault }: DefaultSwitchProps) {
  const on = state === 'on';
  return (
    <button
      type="button"
      role="switch"
      class="default-switch"
      aria-checked={on}
      disabled={state === null}
      onClick={() => onDefault(on ? 'off' : 'on')}
    >
      {t('popup_other_sites')}{' '}
      <b>{state === null ? '…' : on ? t('popup_other_sites_on') : t('popup_other_sites_off')}</b>
    </button>
  );
}
