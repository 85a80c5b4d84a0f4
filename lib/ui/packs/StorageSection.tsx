import { useEffect, useState } from 'preact/hooks';
import { t } from '../message';
import { formatSize } from './format-size';
import type { PacksApi, StorageUse } from './packs-api';

/** Of what the browser allows. */
const NEARLY_FULL = 0.9;

export interface StorageSectionProps {
  readonly api: PacksApi;
  /** Goes up whenever something was stored. */
  readonly stored: number;
}

/** How much room is taken, and whether the browser will keep it. */
export function StorageSection({ api, stored }: StorageSectionProps) {
  const [use, setUse] = useState<StorageUse | null>(null);
  const [wasRefused, setWasRefused] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    api.storageUse().then(
      (found) => isCurrent && setUse(found),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [api, stored]);
  async function ask(): Promise<void> {
    const isPersistent = await api.askToPersist().catch(() => false);
    setWasRefused(!isPersistent);
    setUse(await api.storageUse().catch(() => use));
  }
  return (
    <section class="section" aria-labelledby="storage-title">
      <h2 id="storage-title" tabIndex={-1}>
        {t('packs_storage')}
      </h2>
      {use && <Use use={use} />}
      {use && (
        <div class="form-line">
          <p class="help">
            {t(use.isPersistent ? 'packs_storage_persistent' : 'packs_storage_not_persistent')}
          </p>
          {!use.isPersistent && (
            <button type="button" class="text-button" onClick={() => void ask()}>
              {t('packs_storage_ask')}
            </button>
          )}
        </div>
      )}
      <p class="help" role="status">
        {wasRefused ? t('packs_storage_refused') : ''}
      </p>
    </section>
  );
}

function Use({ use: { used, quota } }: { readonly use: StorageUse }) {
  if (used === null) return null;
  if (quota === null) return <p>{t('packs_storage_used_only', formatSize(used))}</p>;
  return (
    <>
      <p>{t('packs_storage_used', formatSize(used), formatSize(quota))}</p>
      <meter
        class="storage-bar"
        aria-label={t('packs_storage_bar')}
        max={quota}
        high={quota * NEARLY_FULL}
        optimum={0}
        value={used}
      />
      {used > quota * NEARLY_FULL && <p class="remark-line">{t('packs_storage_low')}</p>}
    </>
  );
}
