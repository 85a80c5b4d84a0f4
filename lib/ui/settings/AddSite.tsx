import { useState } from 'preact/hooks';
import { parsePattern } from '../../core/sites/parse-pattern';
import type { Switches, SwitchState } from '../../core/sites/site-switch';
import { t } from '../message';
import { Choices } from './Choices';
import { freePattern, PatternField } from './PatternField';
import { patternText, reachWords } from './pattern-words';
import { shownOrNot } from './shown-or-not';

export interface AddSiteProps {
  readonly switches: Switches;
  readonly onAdd: (pattern: string, state: SwitchState) => Promise<void>;
}

/** Each says by itself what it covers. */
const EXAMPLES = ['example.com/*', '*.example.com/*', 'example.com/news/*', 'example.com/about'];

export function AddSite({ switches, onAdd }: AddSiteProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<SwitchState | null>(null);
  const [failed, setFailed] = useState(false);
  // An entry that says what holds anyway is hardly what somebody wants.
  const state = chosen ?? (switches.default === 'on' ? 'off' : 'on');
  const pattern = freePattern(parsePattern(typed), switches.sites);

  function add(event: Event): void {
    event.preventDefault();
    if (pattern === null) return;
    setFailed(false);
    onAdd(pattern, state).then(
      () => setTyped(''),
      () => setFailed(true),
    );
  }

  return (
    <form class="add-site" onSubmit={add}>
      <h3>{t('options_site_add')}</h3>
      <PatternField value={typed} onInput={setTyped} taken={switches.sites} />
      <div class="form-line">
        <Choices
          name="add-site-state"
          legend={t('options_site_add')}
          quietLegend
          options={shownOrNot()}
          chosen={state}
          onChange={setChosen}
        />
        <button type="submit" class="button" disabled={pattern === null}>
          {t('options_site_add_button')}
        </button>
      </div>
      {failed && (
        <p class="problem" role="alert">
          {t('options_not_saved')}
        </p>
      )}
      <details class="fold">
        <summary>{t('options_pattern_examples')}</summary>
        <dl class="examples">
          {EXAMPLES.map((example) => (
            <div key={example}>
              <dt dir="ltr">{patternText(example)}</dt>
              <dd>{reachWords(example)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('options_pattern_narrowest')}</p>
      </details>
    </form>
  );
}
