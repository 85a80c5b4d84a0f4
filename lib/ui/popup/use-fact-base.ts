import { useCallback, useEffect, useState } from 'preact/hooks';
import type { FactBase, PopupApi } from './popup-api';

/** `asking` until the first answer; `unanswered` where the background gives none. */
export type FactBaseView =
  | FactBase
  | { readonly state: 'asking' }
  | { readonly state: 'unanswered' };

/** Building takes about a second; asking this often keeps the wait short. */
const ASK_AGAIN_MS = 400;

/** The fact base's state, asked again while it is being prepared. */
export function useFactBase(api: Pick<PopupApi, 'getFactBase' | 'rebuildFactBase'>): {
  base: FactBaseView;
  rebuild: () => void;
} {
  const [base, setBase] = useState<FactBaseView>({ state: 'asking' });
  const unanswered = () => setBase({ state: 'unanswered' });

  useEffect(() => {
    api.getFactBase().then(setBase, unanswered);
  }, [api]);

  useEffect(() => {
    if (base.state !== 'preparing') return;
    const timer = setTimeout(() => api.getFactBase().then(setBase, unanswered), ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [api, base]);

  const rebuild = useCallback(() => {
    setBase({ state: 'preparing' });
    api.rebuildFactBase().then(setBase, unanswered);
  }, [api]);

  return { base, rebuild };
}
