import { useCallback, useEffect, useState } from 'preact/hooks';

export interface Load<T> {
  /** What came last, also while the next is on its way; undefined before anything came. */
  readonly value: T | undefined;
  readonly state: 'loading' | 'ready' | 'failed';
  /** Why it failed, for people who report it. */
  readonly detail: string;
  readonly retry: () => void;
}

/** Loads again whenever `key` changes. Answers that come too late are dropped. */
export function useLoad<T>(key: string, load: () => Promise<T>): Load<T> {
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<{ of: string; value: T | undefined; failure: string | null }>({
    of: '',
    value: undefined,
    failure: null,
  });
  const wanted = `${attempt} ${key}`;
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (value) => isCurrent && setFound({ of: wanted, value, failure: null }),
      (error: unknown) => {
        const failure = error instanceof Error ? error.message : String(error);
        if (isCurrent) setFound((before) => ({ ...before, of: wanted, failure }));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  const state = found.of !== wanted ? 'loading' : found.failure === null ? 'ready' : 'failed';
  return { value: found.value, state, detail: found.failure ?? '', retry };
}
