import { useEffect, useState } from 'preact/hooks';
import type { EntityKey } from '../../core/facts/keys';
import type { Mute, MuteScope } from '../../core/recognition/mutes';
import { siteName } from '../../core/sites/site-switch';
import { t } from '../message';
import { RemovalNote } from './RemovalNote';
import type { SettingsApi } from './settings-api';
import { useRemoval } from './use-removal';

/** More are shown when they are asked for. */
const SHOWN_AT_FIRST = 30;

interface Muted {
  readonly mutes: readonly Mute[];
  readonly labels: ReadonlyMap<EntityKey, string>;
}

/** What the reader does not want marked, the latest first, with a way back for each. */
export function MuteList({ api }: { readonly api: SettingsApi }) {
  const [{ mutes, labels }, setMuted] = useState<Muted>({ mutes: [], labels: new Map() });
  const [showsAll, setShowsAll] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    async function read(): Promise<void> {
      const found = [...(await api.readMutes())].reverse();
      const known = await api.labelsOf([...new Set(found.map(({ entity }) => entity))]);
      if (isCurrent) setMuted({ mutes: found, labels: known });
    }
    const refresh = () => void read().catch(() => {});
    refresh();
    const stop = api.watchMutes(refresh);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [api]);
  const removal = useRemoval(api.forgetMute, api.restoreMute);
  const shown = showsAll ? mutes : mutes.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <h3 id="mutes">{t('options_mutes')}</h3>
      {mutes.length === 0 && <p class="help">{t('options_mutes_none')}</p>}
      <ul class="entry-list" aria-labelledby="mutes">
        {shown.map((mute) => (
          <li key={JSON.stringify(mute)} class="entry">
            <div class="entry-words">
              <p class="entry-name" dir="auto">
                {t('options_mute_words', mute.alias, labels.get(mute.entity) ?? mute.entity)}
              </p>
              <p class="help">{scopeWords(mute.scope)}</p>
            </div>
            <div class="entry-tools">
              <button
                type="button"
                class="text-button"
                aria-label={t('options_mute_remove_of', mute.alias)}
                onClick={() => removal.remove(mute)}
              >
                {t('options_site_remove')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {shown.length < mutes.length && (
        <button type="button" class="text-button" onClick={() => setShowsAll(true)}>
          {t('options_mutes_more', mutes.length)}
        </button>
      )}
      <RemovalNote removal={removal} words={({ alias }) => t('options_mute_removed', alias)} />
    </>
  );
}

function scopeWords(scope: MuteScope): string {
  if (scope.type === 'everywhere') return t('options_mute_everywhere');
  if (scope.type === 'site') return t('options_mute_on_site', siteName(scope.site));
  return t('options_mute_on_page', scope.page.replace(/^https?:\/\//, ''));
}
