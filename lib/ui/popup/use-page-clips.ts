import { useEffect, useState } from 'preact/hooks';
import type { PageClips } from '../../core/clipping/clip-schema';
import type { PageState, PopupApi } from './popup-api';

export interface PageClipsView {
  readonly clips: PageClips;
  readonly isChecking: boolean;
  /** Looks at the page again. */
  readonly check: () => void;
}

/** Parts of a page may come late: what is missing is looked for again when more has come. */
const GROWING_MS = 1000;
const NONE: PageClips = { state: 'none' };

export interface ClippedPage {
  readonly state: PageState['state'];
  /** How many names it shows: a page that still grows is looked at again. */
  readonly mentions: number;
}

/** Held against the page when the panel comes to it, when it is loaded anew, and as long as it grows. */
export function usePageClips(api: PopupApi, { state, mentions }: ClippedPage): PageClipsView {
  const [clips, setClips] = useState(NONE);
  const [isChecking, setChecking] = useState(false);
  const [asked, setAsked] = useState(0);
  const check = (): void => setAsked((count) => count + 1);

  useEffect(() => setClips(NONE), [api]);
  useEffect(() => {
    // The reader comes back from the window of a clipping.
    addEventListener('focus', check);
    return () => removeEventListener('focus', check);
  }, []);
  const isThere = state !== 'connecting';
  useEffect(() => {
    if (!isThere) return;
    let isOutdated = false;
    setChecking(true);
    const end = (found: PageClips | null): void => {
      if (isOutdated) return;
      setChecking(false);
      if (found) setClips(found);
    };
    api.checkClipped().then(end, () => end(null));
    return () => {
      isOutdated = true;
    };
  }, [api, asked, isThere]);

  const isMissing = clips.state === 'checked' && clips.items.some((item) => isGone(item.state));
  useEffect(() => {
    if (!isMissing) return;
    const timer = setTimeout(check, GROWING_MS);
    return () => clearTimeout(timer);
  }, [isMissing, mentions]);
  return { clips, isChecking, check };
}

function isGone({ state }: { readonly state: string }): boolean {
  return state !== 'found' && state !== 'moved';
}
