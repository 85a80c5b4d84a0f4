import { useRef, useState } from 'preact/hooks';
import { parsePattern } from '../../core/sites/parse-pattern';
import type { SwitchState } from '../../core/sites/site-switch';
import { t } from '../message';
import { Choices } from './Choices';
import { freePattern, PatternField } from './PatternField';
import { patternText, reachWords } from './pattern-words';
import { shownOrNot } from './shown-or-not';

export interface SiteRowProps {
  readonly pattern: string;
  readonly state: SwitchState;
  readonly taken: Readonly<Record<string, unknown>>;
  readonly onState: (state: SwitchState) => void;
  readonly onPattern: (pattern: string) => void;
  readonly onRemove: () => void;
}

export function SiteRow(props: SiteRowProps) {
  const { pattern, state, onState, onRemove } = props;
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const name = patternText(pattern);
  if (editing) {
    return (
      <li class="entry">
        <EditPattern
          {...props}
          onDone={() => {
            setEditing(false);
            // Back where the reader came from, once it is there again.
            requestAnimationFrame(() => edit.current?.focus());
          }}
        />
      </li>
    );
  }
  return (
    <li class="entry">
      <div class="entry-words">
        <p class="entry-name" dir="ltr">
          {name}
        </p>
        <p class="help">{reachWords(pattern)}</p>
      </div>
      <div class="entry-tools">
        <Choices
          name={`state of ${pattern}`}
          legend={t('options_site_choice', name)}
          quietLegend
          options={shownOrNot()}
          chosen={state}
          onChange={onState}
        />
        <button
          type="button"
          class="text-button"
          ref={edit}
          aria-label={t('options_site_edit_of', name)}
          onClick={() => setEditing(true)}
        >
          {t('options_site_edit')}
        </button>
        <button
          type="button"
          class="text-button"
          aria-label={t('options_site_remove_of', name)}
          onClick={onRemove}
        >
          {t('options_site_remove')}
        </button>
      </div>
    </li>
  );
}

function EditPattern({ pattern, taken, onPattern, onDone }: SiteRowProps & { onDone: () => void }) {
  const [typed, setTyped] = useState(patternText(pattern));
  const { [pattern]: _own, ...others } = taken;
  const changed = freePattern(parsePattern(typed), others);

  function save(event: Event): void {
    event.preventDefault();
    if (changed === null) return;
    onPattern(changed);
    onDone();
  }

  return (
    <form
      class="edit-site"
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <PatternField value={typed} onInput={setTyped} taken={others} focused />
      <div class="form-line">
        <button type="submit" class="button" disabled={changed === null}>
          {t('options_site_save')}
        </button>
        <button type="button" class="text-button" onClick={onDone}>
          {t('options_cancel')}
        </button>
      </div>
    </form>
  );
}
