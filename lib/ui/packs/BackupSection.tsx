import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { formatDate } from '../format-date';
import { plural, t } from '../message';
import { download } from './download';
import type { BackupState, PacksApi } from './packs-api';
import type { Importing } from './use-import';

export interface BackupSectionProps {
  readonly api: PacksApi;
  readonly importing: Importing;
  /** Goes up whenever something was stored. */
  readonly stored: number;
}

/** Saves the whole profile in one file and takes it back. */
export function BackupSection({ api, importing, stored }: BackupSectionProps) {
  const [state, setState] = useState<BackupState | null>(null);
  const [note, setNote] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const refresh = useCallback(() => {
    api.backupState().then(setState, () => {});
  }, [api]);
  useEffect(refresh, [refresh, stored]);
  async function save(): Promise<void> {
    setNote(t('packs_exporting'));
    try {
      const file = await api.makeBackup();
      download(file);
      await file.noteSaved();
      setNote(t('packs_exported', file.name));
    } catch {
      setNote(t('packs_export_failed'));
    }
    refresh();
  }
  return (
    <section class="section" aria-labelledby="backup-title">
      <h2 id="backup-title" tabIndex={-1}>
        {t('packs_backup')}
      </h2>
      {state?.isDue && (
        <div class="question">
          <p>{plural('packs_backup_due', state.ownFacts)}</p>
          <button
            type="button"
            class="text-button"
            onClick={() => void api.postponeBackup().then(refresh, refresh)}
          >
            {t('packs_backup_later')}
          </button>
        </div>
      )}
      <p>{t('packs_backup_help')}</p>
      <p class="help">{t('packs_backup_private')}</p>
      <div class="form-line">
        <button type="button" class="button" onClick={() => void save()}>
          {t('packs_backup_save')}
        </button>
        <button type="button" class="text-button" onClick={() => input.current?.click()}>
          {t('packs_restore')}
        </button>
        <input
          ref={input}
          type="file"
          accept=".json"
          hidden
          onChange={({ currentTarget }) => {
            importing.takeFiles([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </div>
      <p class="help" role="status">
        {note !== '' ? note : state && lastWords(state)}
      </p>
    </section>
  );
}

function lastWords({ lastBackup }: BackupState): string {
  if (lastBackup === null) return t('packs_backup_never');
  return t('packs_backup_last', formatDate(lastBackup.slice(0, 10)));
}
