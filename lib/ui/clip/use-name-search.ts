import { useEffect, useState } from 'preact/hooks';
import type { EntityHit } from './clip-api';

interface Found {
  readonly of: string;
  readonly hits: readonly EntityHit[];
}

/** Shorter than the pause between two keys of a quick typist. */
const TYPING_PAUSE_MS = 40;
const MAX_SHOWN = 7;

/** The names that fit what is typed; null until they are there. */
export function useNameSearch(
  search: (words: string) => Promise<readonly EntityHit[]>,
  typed: string,
): readonly EntityHit[] | null {
  const [found, setFound] = useState<Found>({ of: '', hits: [] });
  const words = typed.trim();
  useEffect(() => {
    if (words === '') return;
    let isOutdated = false;
    const timer = setTimeout(() => {
      search(words).then(
        (hits) => !isOutdated && setFound({ of: words, hits: hits.slice(0, MAX_SHOWN) }),
        () => !isOutdated && setFound({ of: words, hits: [] }),
      );
    }, TYPING_PAUSE_MS);
    return () => {
      isOutdated = true;
      clearTimeout(timer);
    };
  }, [search, words]);
  return found.of === words ? found.hits : null;
}
