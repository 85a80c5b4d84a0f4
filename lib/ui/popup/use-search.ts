import { useEffect, useMemo, useState } from 'preact/hooks';
import { type FilterWords, type ParsedQuery, parseQuery } from '../../core/search/parse-query';
import { isNarrowing } from '../../core/search/search-filter';
import type { SearchHit } from '../../core/search/search-hit';
import { filterWords } from './filter-words';
import type { KnownSource, PopupApi } from './popup-api';

export interface Search {
  /** `idle` without a query; `searching` only until the first answer ever came. */
  readonly state: 'idle' | 'searching' | 'ready' | 'failed';
  /** What the hits answer, which may lag behind what is typed. */
  readonly query: string;
  readonly hits: readonly SearchHit[];
  /** How the query was understood. */
  readonly parsed: ParsedQuery;
}

/** Shorter than the pause between two keys of a quick typist, so most keys ask at once. */
const TYPING_PAUSE_MS = 40;

type Found = Omit<Search, 'parsed'> & { readonly understood: ParsedQuery | null };
const IDLE: Found = { state: 'idle', query: '', hits: [], understood: null };

/** Results for what is typed; the last ones stay until the new ones are there. */
export function useSearch(api: PopupApi, typed: string): Search {
  const [found, setFound] = useState(IDLE);
  const query = typed.trim();
  const words = useFilterWords(api, query);
  const parsed = useMemo(() => parseQuery(query, words), [query, words]);
  useEffect(() => {
    // A filter that is only begun asks for nothing yet.
    if (parsed.words === '' && !isNarrowing(parsed.filter)) {
      setFound(IDLE);
      return;
    }
    let outdated = false;
    setFound((before) => (before.state === 'ready' ? before : { ...IDLE, state: 'searching' }));
    const timer = setTimeout(() => {
      ask(api, parsed).then(
        ({ hits, understood }) =>
          !outdated && setFound({ state: 'ready', query, hits, understood }),
        () => !outdated && setFound({ ...IDLE, state: 'failed', query }),
      );
    }, TYPING_PAUSE_MS);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [api, parsed, query]);
  const { understood, ...rest } = found;
  return { ...rest, parsed: understood !== null && rest.query === query ? understood : parsed };
}

/** Plain words that were wrongly taken for filters are sought as words. */
async function ask(
  api: PopupApi,
  parsed: ParsedQuery,
): Promise<{ hits: readonly SearchHit[]; understood: ParsedQuery }> {
  const hits = await api.search(parsed.words, parsed.filter);
  return hits.length === 0 && parsed.literal
    ? ask(api, parsed.literal)
    : { hits, understood: parsed };
}

const NO_SOURCES: readonly KnownSource[] = [];

/** Sources are asked for when somebody types a colon, and not before. */
function useFilterWords(api: PopupApi, query: string): FilterWords {
  const [sources, setSources] = useState(NO_SOURCES);
  const asks = /[:：]/.test(query);
  useEffect(() => {
    if (asks && sources.length === 0) api.getSources().then(setSources, () => {});
  }, [api, asks]);
  return useMemo(() => filterWords(sources), [sources]);
}
