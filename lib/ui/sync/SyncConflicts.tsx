import { useEffect, useRef, useState } from 'preact/hooks';
import { mergeRecord } from '../../core/packs/merge-record';
import type { SyncConflict, VersionChoice } from '../../core/sync/conflicts';
import type { SyncState } from '../../core/sync/sync-state';
import { fieldWords } from '../field-words';
import { plural, t } from '../message';
import { valueWords } from '../value-words';
import type { SyncApi } from './sync-api';
import { conflictTitle, plainVersion } from './sync-words';

export interface SyncConflictsProps {
  readonly api: SyncApi;
  readonly state: SyncState;
}

/** What was changed on two devices, with each version, for the reader to choose. */
export function SyncConflicts({ api, state }: SyncConflictsProps) {
  const [conflicts, setConflicts] = useState<readonly SyncConflict[]>([]);
  const [failed, setFailed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    let isCurrent = true;
    api.conflicts().then(
      (found) => isCurrent && setConflicts(found),
      () => isCurrent && setFailed(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, state]);
  function choose(conflict: SyncConflict, keep: VersionChoice): void {
    setFailed(false);
    api
      .choose(conflict, keep)
      .then(() => api.conflicts())
      .then(
        (left) => {
          setConflicts(left);
          heading.current?.focus();
        },
        () => setFailed(true),
      );
  }
  if (conflicts.length === 0 && !failed) return null;
  return (
    <>
      <h3 id="sync-conflicts" tabIndex={-1} ref={heading}>
        {plural('sync_conflicts', conflicts.length)}
      </h3>
      <p class="help">{t('sync_conflicts_help')}</p>
      <p class="problem" role="alert">
        {failed ? t('sync_failed') : ''}
      </p>
      <ul class="entry-list" aria-labelledby="sync-conflicts">
        {conflicts.map((conflict, place) => (
          <li key={`${conflict.kind} ${conflict.id}`} class="entry sync-conflict">
            <p class="entry-name" dir="auto" id={`sync-conflict-${place}`}>
              {conflictTitle(conflict)}
            </p>
            <div class="sync-versions">
              {conflict.versions.map((version, index) => (
                <div key={`${version.dot.device} ${version.dot.count}`} class="sync-version">
                  <p class="help">
                    {[
                      index === 0 ? t('sync_version_holds') : t('sync_version_other'),
                      version.isOwn ? t('sync_version_here') : t('sync_version_there'),
                    ].join(' · ')}
                  </p>
                  <VersionWords conflict={conflict} index={index} />
                  <button
                    type="button"
                    class="button"
                    aria-describedby={`sync-conflict-${place}`}
                    onClick={() => choose(conflict, version.dot)}
                  >
                    {index === 0 ? t('sync_keep') : t('sync_take')}
                  </button>
                </div>
              ))}
            </div>
            {conflict.canKeepBoth && (
              <button
                type="button"
                class="text-button"
                aria-describedby={`sync-conflict-${place}`}
                onClick={() => choose(conflict, 'all')}
              >
                {t('sync_keep_all')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of a record the fields in which the versions differ. */
function VersionWords({ conflict, index }: { conflict: SyncConflict; index: number }) {
  const value = conflict.versions[index]?.value;
  const plain = plainVersion(conflict, value);
  if (plain !== null) return <p dir="auto">{plain}</p>;
  const other = conflict.versions[index === 0 ? 1 : 0]?.value;
  const { conflicts: fields } = mergeRecord(null, value as object, other as object);
  return (
    <dl>
      {fields.map(({ path, mine }) => (
        <div key={path}>
          <dt class="help">{fieldWords(path)}</dt>
          <dd dir="auto">{valueWords(mine) ?? t('packs_side_nothing')}</dd>
        </div>
      ))}
    </dl>
  );
}
