import { useEffect, useState } from 'preact/hooks';
import { plural, t } from '../message';
import type { NameInPack, PacksApi } from './packs-api';

/** One look-up for a word, not one for each of its letters. */
const TYPING_PAUSE_MS = 150;

export interface ExportSelectionProps {
  readonly api: PacksApi;
  readonly pack: string;
  /** Null for everything. */
  readonly chosen: readonly NameInPack[] | null;
  readonly onChange: (chosen: readonly NameInPack[] | null) => void;
}

/** Everything, or names that the reader looks up one by one. */
export function ExportSelection({ api, pack, chosen, onChange }: ExportSelectionProps) {
  const name = `part-${pack}`;
  return (
    <fieldset class="choice-group">
      <legend>{t('packs_export_part')}</legend>
      <div class="choice-list">
        <label class="choice">
          <input
            type="radio"
            name={name}
            checked={chosen === null}
            onChange={() => onChange(null)}
          />
          {t('packs_export_all')}
        </label>
        <label class="choice">
          <input
            type="radio"
            name={name}
            checked={chosen !== null}
            onChange={() => onChange(chosen ?? [])}
          />
          {t('packs_export_some')}
        </label>
      </div>
      {chosen && <NameChooser api={api} pack={pack} chosen={chosen} onChange={onChange} />}
    </fieldset>
  );
}

function NameChooser({
  api,
  pack,
  chosen,
  onChange,
}: ExportSelectionProps & { readonly chosen: readonly NameInPack[] }) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly NameInPack[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      api.findNames(pack, text.trim()).then(
        (names) => isCurrent && setFound(names),
        () => isCurrent && setFound([]),
      );
    }, TYPING_PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, pack, text]);
  const isChosen = (id: string): boolean => chosen.some((name) => name.id === id);
  const shown = [...chosen, ...found.filter(({ id }) => !isChosen(id))];
  return (
    <div class="name-chooser">
      <div class="field">
        <label for={`find-${pack}`}>{t('packs_export_find')}</label>
        <input
          id={`find-${pack}`}
          type="search"
          value={text}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <ul class="names">
        {shown.map((name) => (
          <li key={name.id}>
            <label class="choice">
              <input
                type="checkbox"
                checked={isChosen(name.id)}
                onChange={({ currentTarget }) =>
                  onChange(
                    currentTarget.checked
                      ? [...chosen, name]
                      : chosen.filter(({ id }) => id !== name.id),
                  )
                }
              />
              <span dir="auto">{name.label}</span>
            </label>
          </li>
        ))}
      </ul>
      <p class="help" role="status">
        {shown.length === 0
          ? t('packs_export_not_found')
          : plural('packs_export_chosen', chosen.length)}
      </p>
    </div>
  );
}
