import { useEffect, useState } from 'preact/hooks';
import type { SearchHit } from '../../core/search/search-hit';

export interface Search {
  /** `idle` without a query; `searching` only until the first answer ever came. */
  readonly state: 'idle' | 'searching' | 'ready' | 'failed';
  /** What the hits answer, which may lag behind what is typed. */
  readonly query: string;
  readonly hits: readonly SearchHit[];
}

const IDLE: Search = { state: 'idle', query: '', hits: [] };

/** Shorter than the pause between two keys of a quick typist, so most keys ask at once. */
const TYPING_PAUSE_MS = 40;

/** Results for what is typed; the last ones stay until the new ones are there. */
export function useSearch(
  search: (query: string) => Promise<readonly SearchHit[]>,
  typed: string,
): Search {
  const [found, setFound] = useState(IDLE);
  const query = typed.trim();
  useEffect(() => {
    if (query === '') {
      setFound(IDLE);
      return;
    }
    let outdated = false;
    setFound((before) => (before.state === 'ready' ? before : { ...IDLE, state: 'searching' }));
    const timer = setTimeout(() => {
      search(query).then(
        (hits) => !outdated && setFound({ state: 'ready', query, hits }),
        () => !outdated && setFound({ state: 'failed', query, hits: [] }),
      );
    }, TYPING_PAUSE_MS);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [query, search]);
  return found;
}
