import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SiteChoice, SwitchState } from '../../core/sites/site-switch';
import type { PopupApi, SiteState } from './popup-api';

export type SwitchFailure = 'read' | 'store';

export interface SiteSwitchState {
  readonly site: SiteState | null;
  /** What went wrong last: the switch could not be read, or the choice not be stored. */
  readonly failed: SwitchFailure | null;
  readonly choose: (choice: SiteChoice) => void;
  readonly setDefault: (state: SwitchState) => void;
}

/** The site's switch as it is stored; a change shows at once and is taken back if it fails. */
export function useSiteSwitch(api: PopupApi): SiteSwitchState {
  const [site, setSite] = useState<SiteState | null>(null);
  const [failed, setFailed] = useState<SwitchFailure | null>(null);

  const refresh = useCallback(
    () => api.getSiteState().then(setSite, () => setFailed('read')),
    [api],
  );
  useEffect(() => {
    void refresh();
  }, [refresh]);

  const store = (shown: SiteState, storing: Promise<void>) => {
    setSite(shown);
    setFailed(null);
    storing.then(refresh, () => refresh().then(() => setFailed('store')));
  };

  return {
    site,
    failed,
    choose(choice) {
      if (!site || site.site === null) return;
      const on = (choice === 'default' ? site.otherwise : choice) === 'on';
      store({ ...site, choice, on }, api.setSiteChoice(site.site, choice));
    },
    setDefault(state) {
      if (!site) return;
      const on = site.choice === 'default' ? state === 'on' : site.on;
      store({ ...site, default: state, otherwise: state, on }, api.setDefaultSwitch(state));
    },
  };
}
