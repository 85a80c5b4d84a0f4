import { useCallback, useEffect, useState } from 'preact/hooks';
import type { NamedEntity } from '../card-trail';
import type { PopupApi } from './popup-api';

export interface Recent {
  readonly recent: readonly NamedEntity[];
  readonly add: (lookup: NamedEntity) => void;
  readonly clear: () => void;
}

/** The last look-ups. That they cannot be read or kept is nothing that a reader has to know. */
export function useRecent(api: PopupApi): Recent {
  const [recent, setRecent] = useState<readonly NamedEntity[]>([]);
  const read = useCallback(() => api.getRecent().then(setRecent, () => {}), [api]);
  useEffect(() => void read(), [read]);
  const add = useCallback(
    ({ key, label }: NamedEntity) => void api.addRecent({ key, label }).then(read, () => {}),
    [api, read],
  );
  const clear = useCallback(() => {
    setRecent([]);
    api.clearRecent().then(read, () => {});
  }, [api, read]);
  return { recent, add, clear };
}
