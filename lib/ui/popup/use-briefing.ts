import { useEffect, useState } from 'preact/hooks';
import {
  type Briefing,
  type BriefingName,
  MAX_BRIEFING_NAMES,
} from '../../core/briefing/briefing-schema';
import type { PageName } from './page-names';
import type { PopupApi } from './popup-api';

export type BriefingView =
  | { readonly state: 'loading' | 'failed' }
  | { readonly state: 'ready'; readonly briefing: Briefing };

/** Names come in bursts while a page is being read. */
const GATHER_MS = 150;
/** Of one name. */
const MAX_MEANINGS = 20;

/** What is recorded about the names of the page together; asked anew when others come to it. */
export function useBriefing(api: PopupApi, names: readonly PageName[]): BriefingView {
  const [view, setView] = useState<BriefingView>({ state: 'loading' });
  const asked = askedOf(names);
  const keys = asked.map(({ entities }) => entities.join('|')).join(' ');
  useEffect(() => {
    if (keys === '') return;
    let outdated = false;
    const timer = setTimeout(() => {
      api.getBriefing(asked).then(
        (briefing) => !outdated && setView({ state: 'ready', briefing }),
        () => !outdated && setView({ state: 'failed' }),
      );
    }, GATHER_MS);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [api, keys]);
  return view;
}

function askedOf(names: readonly PageName[]): BriefingName[] {
  return names
    .map(({ entities, count }) => ({
      entities: entities.slice(0, MAX_MEANINGS).map(({ key }) => key),
      count,
    }))
    .slice(0, MAX_BRIEFING_NAMES);
}
