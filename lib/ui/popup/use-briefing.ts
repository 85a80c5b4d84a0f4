import { useEffect, useState } from 'preact/hooks';
import { type Briefing, MAX_BRIEFING_NAMES } from '../../core/briefing/briefing-schema';
import type { PageName } from './page-names';
import type { PopupApi } from './popup-api';

export type BriefingView =
  | { readonly state: 'loading' | 'failed' }
  | { readonly state: 'ready'; readonly briefing: Briefing };

/** Names come in bursts while a page is being read. */
const GATHER_MS = 150;

/** What is recorded about the names of the page together; asked anew when others come to it. */
export function useBriefing(api: PopupApi, names: readonly PageName[]): BriefingView {
  const [view, setView] = useState<BriefingView>({ state: 'loading' });
  const asked = countsOf(names);
  const keys = asked.map(({ key }) => key).join(' ');
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

/** Without names that stay open between several: nobody knows whose relations to tell. */
function countsOf(names: readonly PageName[]): { key: string; count: number }[] {
  return names
    .flatMap(({ entities: [first, ...others], count }) =>
      first && others.length === 0 ? [{ key: first.key, count }] : [],
    )
    .slice(0, MAX_BRIEFING_NAMES);
}
