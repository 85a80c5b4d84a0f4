import type { ComponentChildren } from 'preact';
import { useContext, useLayoutEffect } from 'preact/hooks';
import { formatRoute } from '../../core/library/routes';
import { t } from '../message';
import { PlaceContext } from './place-context';
import type { Load } from './use-load';
import { useTitle } from './use-title';

export interface ViewStateProps<T> {
  readonly load: Load<T>;
  /** Draws what came, which stays while something newer is on its way. */
  readonly children: (value: T) => ComponentChildren;
}

/** What was loaded, or why it is not there yet. */
export function ViewState<T>({ load, children }: ViewStateProps<T>) {
  useArrival(load.state !== 'loading');
  if (load.state === 'failed') return <Failed load={load} />;
  return (
    <div class="view" aria-busy={load.state === 'loading'}>
      {load.value === undefined ? <Loading /> : children(load.value)}
    </div>
  );
}

/** Once the content is there, what is in it can have the focus. */
function useArrival(isThere: boolean): void {
  const { arrive } = useContext(PlaceContext);
  useLayoutEffect(() => {
    if (isThere) arrive();
  });
}

function Loading() {
  return (
    <>
      <h1 class="spoken">{t('extension_name')}</h1>
      <p class="loading" role="status">
        {t('library_loading')}
      </p>
    </>
  );
}

function Failed<T>({ load }: { load: Load<T> }) {
  useTitle(t('library_failed'));
  return (
    <div class="view-failure">
      <ViewHeading>{t('library_failed')}</ViewHeading>
      <p>{t('library_failed_help')}</p>
      <button type="button" class="more" onClick={load.retry}>
        {t('library_retry')}
      </button>
      <details class="fold">
        <summary>{t('library_detail')}</summary>
        <p>{load.detail}</p>
      </details>
    </div>
  );
}

/** Nothing stands at this address. */
export function Missing({ what }: { what: string }) {
  useArrival(true);
  useTitle(t('library_missing_title'));
  return (
    <div class="view-failure">
      <ViewHeading>{t('library_missing_title')}</ViewHeading>
      <p>{what}</p>
      <p>
        <a href={formatRoute({ view: 'entities' })}>{t('library_all_names')}</a>
      </p>
    </div>
  );
}

export interface ViewHeadingProps {
  readonly children: ComponentChildren;
  readonly lang?: string;
}

/** What the view is about; has the focus when the reader comes to it. */
export function ViewHeading({ children, lang }: ViewHeadingProps) {
  return (
    <h1 class="name" tabIndex={-1} dir="auto" lang={lang}>
      {children}
    </h1>
  );
}
