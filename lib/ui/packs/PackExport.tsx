import { useState } from 'preact/hooks';
import { t } from '../message';
import { download } from './download';
import { ExportSelection } from './ExportSelection';
import { exportHelp, exportName } from './pack-words';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type NameInPack,
  type Pack,
  type PacksApi,
} from './packs-api';

export interface PackExportProps {
  readonly api: PacksApi;
  readonly pack: Pack;
}

/** Saves a pack, or a part of it, as a file. */
export function PackExport({ api, pack: { id } }: PackExportProps) {
  const [format, setFormat] = useState<ExportFormat>('pack');
  const [chosen, setChosen] = useState<readonly NameInPack[] | null>(null);
  const [note, setNote] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  async function save(): Promise<void> {
    setIsBusy(true);
    setNote(t('packs_exporting'));
    try {
      const names = chosen?.map((name) => name.id) ?? null;
      const file = await api.exportPack(id, format, names);
      download(file);
      setNote(t('packs_exported', file.name));
    } catch {
      setNote(t('packs_export_failed'));
    }
    setIsBusy(false);
  }
  return (
    <section class="export" aria-labelledby={`export-${id}`}>
      <h3 id={`export-${id}`}>{t('packs_export')}</h3>
      <fieldset class="formats">
        <legend class="help">{t('packs_export_help')}</legend>
        {EXPORT_FORMATS.map((each) => (
          <label key={each} class="choice">
            <input
              type="radio"
              name={`format-${id}`}
              value={each}
              checked={format === each}
              onChange={() => setFormat(each)}
            />
            <span>
              {exportName(each)}
              <span class="help">{exportHelp(each)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <ExportSelection api={api} pack={id} chosen={chosen} onChange={setChosen} />
      <div class="form-line">
        <button
          type="button"
          class="button"
          disabled={isBusy || chosen?.length === 0}
          onClick={() => void save()}
        >
          {t('packs_export_save')}
        </button>
        <p class="help" role="status">
          {note}
        </p>
      </div>
    </section>
  );
}
