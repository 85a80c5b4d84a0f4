import { useCallback, useEffect, useState } from 'preact/hooks';
import { type PageProbe, type WhyUnmarked, whyUnmarked } from '../../core/briefing/why-unmarked';
import type { PageAccess, PageState, PopupApi, SiteState } from './popup-api';
import type { FactBaseView } from './use-fact-base';

export interface Why {
  readonly why: WhyUnmarked | null;
  /** Null where it is not told. */
  readonly url: string | null;
  /** To be called when leave to read the page may have come or gone. */
  readonly lookAgain: () => void;
}

export interface WhySurroundings {
  readonly page: PageState;
  readonly site: SiteState | null;
  readonly base: FactBaseView;
  readonly mentions: number;
}

/** Why nothing is marked; null where something is. Looks into the page only where nothing is. */
export function useWhy(api: PopupApi, { page, site, base, mentions }: WhySurroundings): Why {
  const [access, setAccess] = useState<PageAccess | null>(null);
  const [probe, setProbe] = useState<PageProbe | 'refused' | null>(null);
  const [looks, setLooks] = useState(0);
  const lookAgain = useCallback(() => setLooks((count) => count + 1), []);

  useEffect(() => {
    let outdated = false;
    setAccess(null);
    api.getAccess().then((found) => !outdated && setAccess(found), ignore);
    return () => {
      outdated = true;
    };
  }, [api, looks]);

  const isEmpty = page.state !== 'connecting' && mentions === 0;
  useEffect(() => {
    let outdated = false;
    setProbe(null);
    if (!isEmpty) return;
    api.probePage().then((found) => !outdated && setProbe(found), ignore);
    return () => {
      outdated = true;
    };
  }, [api, looks, isEmpty, page.state]);

  if (access === null || site === null) {
    return { why: mentions > 0 ? null : 'still-reading', url: access?.url ?? null, lookAgain };
  }
  const frames = page.state === 'ready' ? page.frames : [];
  const why = whyUnmarked({
    ...access,
    isOn: site.on,
    facts: base.state,
    frames: page.state === 'ready' ? answerOf(frames) : page.state,
    isPaused: frames.some(({ paused }) => paused),
    mentions,
    probe,
  });
  return { why, url: access.url, lookAgain };
}

/** Nobody answered where there are no frames: a port that stays open without a word. */
function answerOf(frames: readonly { readonly on: boolean }[]): 'marking' | 'idle' | 'unreachable' {
  if (frames.length === 0) return 'unreachable';
  return frames.some(({ on }) => on) ? 'marking' : 'idle';
}

/** The page or the browser went away: the next one is looked at anew. */
function ignore(): void {}
