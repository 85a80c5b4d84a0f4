import { useEffect, useState } from 'preact/hooks';
import type { EntityHit } from './clip-api';

/** Shorter than the pause between two keys of a quick typist. */
const TYPING_PAUSE_MS = 40;
const MAX_SHOWN = 7;

/** The names that fit what is typed; the last ones stay until the new ones are there. */
export function useNameSearch(
  search: (words: string) => Promise<readonly EntityHit[]>,
  typed: string,
): readonly EntityHit[] {
  const [hits, setHits] = useState<readonly EntityHit[]>([]);
  const words = typed.trim();
  useEffect(() => {
    if (words === '') {
      setHits([]);
      return;
    }
    let isOutdated = false;
    const timer = setTimeout(() => {
      search(words).then(
        (found) => !isOutdated && setHits(found.slice(0, MAX_SHOWN)),
        () => !isOutdated && setHits([]),
      );
    }, TYPING_PAUSE_MS);
    return () => {
      isOutdated = true;
      clearTimeout(timer);
    };
  }, [search, words]);
  return hits;
}
