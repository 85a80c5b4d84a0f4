import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../message';
import { BackupSection } from './BackupSection';
import { DropTarget } from './DropTarget';
import { ImportSection } from './ImportSection';
import { PackList } from './PackList';
import type { PacksApi } from './packs-api';
import { StorageSection } from './StorageSection';
import { useImport } from './use-import';
import { usePacks } from './use-packs';

/** Where packs are added, ordered, exported and deleted, and the whole profile is saved. */
export function PacksPage({ api }: { readonly api: PacksApi }) {
  const packs = usePacks(api);
  const [stored, setStored] = useState(0);
  const onStored = () => {
    packs.refresh();
    setStored((before) => before + 1);
  };
  const importing = useImport(api, packs.packs ?? [], onStored);
  const { openedForTab, readTab } = api;
  const asked = useRef(false);
  useEffect(() => {
    if (openedForTab === null || asked.current) return;
    asked.current = true;
    void importing.takeTab(openedForTab);
  }, [openedForTab, readTab]);
  const title = `${t('packs_title')} – ${t('extension_name')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <Masthead api={api} />
      <main>
        <ImportSection
          api={api}
          importing={importing}
          packs={packs.packs ?? []}
          hasDeleted={packs.deleted.length > 0}
        />
        <PackList api={api} packs={packs} onStored={onStored} />
        <BackupSection api={api} importing={importing} stored={stored} />
        <StorageSection api={api} stored={stored} />
      </main>
      <DropTarget onFiles={importing.takeFiles} />
    </>
  );
}

function Masthead({ api }: { readonly api: PacksApi }) {
  return (
    <header class="masthead">
      <div class="masthead-line">
        <p class="wordmark">{t('extension_name')}</p>
        <nav aria-label={t('packs_nav')}>
          <a href={api.libraryUrl}>{t('packs_library')}</a>
          <a href={api.settingsUrl}>{t('packs_settings')}</a>
        </nav>
      </div>
      <h1>{t('packs_title')}</h1>
      <p class="lead">{t('packs_lead')}</p>
    </header>
  );
}
