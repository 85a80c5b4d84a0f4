import { useState } from 'preact/hooks';
import { t } from '../message';
import type { PacksApi, ReadableTab } from './packs-api';

export interface TabListProps {
  readonly api: PacksApi;
  readonly onChoose: (tab: number) => void;
}

/** Open tabs that show a file, folded until somebody looks for them. */
export function TabList({ api, onChoose }: TabListProps) {
  const [tabs, setTabs] = useState<readonly ReadableTab[]>([]);
  const [isRead, setIsRead] = useState(false);
  async function readTabs(): Promise<void> {
    setTabs(await api.readableTabs().catch(() => []));
    setIsRead(true);
  }
  return (
    <details
      class="fold"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void readTabs();
      }}
    >
      <summary>{t('packs_tabs')}</summary>
      <p class="help">{t('packs_tabs_help')}</p>
      {isRead && tabs.length === 0 && <p class="help">{t('packs_tabs_none')}</p>}
      <ul class="entry-list">
        {tabs.map(({ id, title, url }) => (
          <li key={id} class="entry">
            <div class="entry-words">
              <p class="entry-name" dir="auto">
                {title}
              </p>
              {url !== title && <p class="help address">{url}</p>}
            </div>
            <button
              type="button"
              class="text-button"
              aria-label={t('packs_tab_read_of', title)}
              onClick={() => onChoose(id)}
            >
              {t('packs_tab_read')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
