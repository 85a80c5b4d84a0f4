import { useCallback, useEffect, useState } from 'preact/hooks';
import type { DeletedPack, Pack, PacksApi } from './packs-api';

export interface PacksView {
  /** Null before they are read. */
  readonly packs: readonly Pack[] | null;
  /** Those that can still be had back. */
  readonly deleted: readonly DeletedPack[];
  readonly failed: boolean;
  readonly refresh: () => void;
}

/** The packs; read again on demand and when the page comes back into view. */
export function usePacks(api: PacksApi): PacksView {
  const [packs, setPacks] = useState<readonly Pack[] | null>(null);
  const [deleted, setDeleted] = useState<readonly DeletedPack[]>([]);
  const [failed, setFailed] = useState(false);
  const refresh = useCallback(() => {
    api.listPacks().then(
      (found) => {
        setPacks(found.packs);
        setDeleted(found.deleted);
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, [api]);
  useEffect(() => {
    refresh();
    // Another page of ours may have changed them.
    const onShown = () => document.visibilityState === 'visible' && refresh();
    document.addEventListener('visibilitychange', onShown);
    return () => document.removeEventListener('visibilitychange', onShown);
  }, [refresh]);
  return { packs, deleted, failed, refresh };
}
