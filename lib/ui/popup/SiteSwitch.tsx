import type { SiteChoice, SwitchState } from '../../core/sites/site-switch';
import { siteName } from '../../core/sites/site-switch';
import { strings } from '../strings';
import type { SiteState } from './popup-api';

const words = strings.popup;

export interface SiteSwitchProps {
  /** Null until it is known; the switch stands there from the first frame all the same. */
  readonly site: SiteState | null;
  readonly failed: boolean;
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
          {name ?? (noSite ? words.noSite : ' ')}
        </p>
        <Choices site={site} name={name} onChoice={onChoice} />
      </div>
      <div class="site-line">
        <p class="site-why">
          {noSite ? words.noSiteWhy : site?.isPrivate ? words.privateWindow : ''}
          {failed && <span role="alert">{words.switchFailed}</span>}
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
    ['default', site ? words.choiceDefault(site.default === 'on') : words.choiceDefaultUnknown],
    ['on', words.choiceOn],
    ['off', words.choiceOff],
  ];
  return (
    <fieldset class="choices" disabled={name === null}>
      <legend class="spoken">{words.siteSwitch(name ?? words.noSite)}</legend>
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
      {words.otherSites}: <b>{state === null ? '…' : on ? words.on : words.off}</b>
    </button>
  );
}
