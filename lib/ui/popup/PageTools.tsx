import { useEffect, useState } from 'preact/hooks';
import { type PlainKey, t } from '../message';
import { ClippedHere } from './ClippedHere';
import type { PopupApi } from './popup-api';
import type { ClippedPage } from './use-page-clips';

export interface PageToolsProps {
  readonly api: PopupApi;
  /** Of the page; null until it is known. */
  readonly contentType: string | null;
  readonly page: ClippedPage;
}

/** What a reader can take from the page, and what they have taken from it before. */
export function PageTools({ api, contentType, page }: PageToolsProps) {
  return (
    <div class="page-tools">
      <ClipSelected api={api} contentType={contentType} />
      <ClippedHere api={api} page={page} />
    </div>
  );
}

function ClipSelected({ api, contentType }: Omit<PageToolsProps, 'page'>) {
  const [failed, setFailed] = useState(false);
  const barred = useBarred(api, contentType);
  useEffect(() => setFailed(false), [api]);
  return (
    <div class="clip-selected">
      <button
        type="button"
        class="quiet"
        disabled={contentType === null || barred !== null}
        aria-describedby="clip-barred"
        onClick={() => {
          setFailed(false);
          api.clipSelected().catch(() => setFailed(true));
        }}
      >
        {t('panel_clip')}
      </button>
      <p id="clip-barred" class="help">
        {barred && t(barred)}
      </p>
      <p role="alert" class={failed ? 'help' : 'spoken'}>
        {failed && t('panel_clip_failed')}
      </p>
    </div>
  );
}

/** Why nothing can be clipped; null where it can, or where that is not known yet. */
function useBarred(api: PopupApi, contentType: string | null): PlainKey | null {
  const [barred, setBarred] = useState<PlainKey | null>(null);
  useEffect(() => {
    let isOutdated = false;
    setBarred(contentType === 'no-tab' ? 'panel_clip_no_page' : null);
    if (contentType !== 'refused') return;
    api.getAccess().then(
      ({ kind, siteAllowed }) => {
        const isAsked = kind === 'web' && !siteAllowed;
        if (!isOutdated) setBarred(isAsked ? 'panel_clip_not_allowed' : 'panel_clip_kept_out');
      },
      () => !isOutdated && setBarred('panel_clip_kept_out'),
    );
    return () => {
      isOutdated = true;
    };
  }, [api, contentType]);
  return barred;
}
