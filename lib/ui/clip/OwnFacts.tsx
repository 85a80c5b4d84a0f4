import { useEffect, useState } from 'preact/hooks';
import type { OwnFacts as OwnFactsList } from '../../core/clipping/clip-schema';
import { t } from '../message';
import type { ClipApi } from './clip-api';
import { formatClipRoute } from './clip-route';
import { DeletedList } from './DeletedList';
import { NEW_NAME } from './EditName';
import { OwnNameList } from './OwnNameList';
import { OwnSourceView } from './OwnSourceView';

/** All that the reader has made: by source, and the names; with a way back from every change. */
export function OwnFacts({ api }: { readonly api: ClipApi }) {
  const { list, trouble, change } = useOwnFacts(api);
  const title = t('clip_own');
  useEffect(() => {
    document.title = `${title} – ${t('extension_name')}`;
  }, [title]);
  return (
    <>
      <header class="masthead">
        <p class="wordmark">{t('extension_name')}</p>
        <h1>{title}</h1>
        <p class="help">{t('clip_own_help')}</p>
      </header>
      <main class="own-facts">
        <div class="form-line own-tools">
          <button
            type="button"
            class="button"
            disabled={!list?.canUndo}
            onClick={() => change(api.own.undo())}
          >
            {t('clip_undo')}
          </button>
          <button
            type="button"
            class="button"
            disabled={!list?.canRedo}
            onClick={() => change(api.own.redo())}
          >
            {t('clip_redo')}
          </button>
          <a href={formatClipRoute({ view: 'name', key: NEW_NAME })}>{t('clip_add_name')}</a>
          <a href="library.html">{t('panel_open_library')}</a>
        </div>
        <p class="problem" role="alert">
          {trouble === 'failed' && t('clip_save_failed')}
          {trouble === 'in-use' && t('clip_in_use')}
        </p>
        {list && isEmpty(list) && <p class="own-empty">{t('clip_own_empty')}</p>}
        {list?.sources.map((source) => (
          <OwnSourceView
            key={source.id}
            source={source}
            claims={list.claims.filter((claim) => claim.source === source.id)}
            api={api.own}
            onRemove={(key) => change(api.own.remove(key, 'claims'))}
          />
        ))}
        {list && (
          <OwnNameList
            names={list.names}
            api={api.own}
            onRemove={(key) => change(api.own.remove(key, 'entities'))}
          />
        )}
        {list && (
          <DeletedList
            deleted={list.deleted}
            onRestore={({ key, section }) => change(api.own.restore(key, section))}
          />
        )}
      </main>
    </>
  );
}

function isEmpty({ claims, names, deleted }: OwnFactsList): boolean {
  return claims.length + names.length + deleted.length === 0;
}

type Trouble = 'none' | 'failed' | 'in-use';

function useOwnFacts({ own }: ClipApi) {
  const [list, setList] = useState<OwnFactsList | null>(null);
  const [trouble, setTrouble] = useState<Trouble>('none');
  function read(): Promise<void> {
    return own.list().then(setList, () => setTrouble('failed'));
  }
  useEffect(() => {
    void read();
    // Another window may have saved meanwhile.
    const look = (): void => void read();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [own]);
  function change(work: Promise<unknown>): void {
    setTrouble('none');
    work.then(
      (done) => {
        if (done === false) setTrouble('in-use');
        return read();
      },
      () => setTrouble('failed'),
    );
  }
  return { list, trouble, change };
}
