import { useState } from 'preact/hooks';
import { addressOfUrl, decidingRule, isOn, type Switches } from '../../core/sites/site-switch';
import { t } from '../message';
import { patternText } from './pattern-words';

/** Says of any address whether names are shown there, and which entry decides. */
export function TestAddress({ switches }: { readonly switches: Switches }) {
  const [typed, setTyped] = useState('');
  return (
    <div class="field test-address">
      <label for="test-address">{t('options_test')}</label>
      <input
        id="test-address"
        type="text"
        inputMode="url"
        dir="ltr"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        placeholder="https://www.example.com/news/today"
        value={typed}
        aria-describedby="test-answer"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p id="test-answer" class="help" aria-live="polite">
        {typed.trim() === '' ? '' : answerFor(switches, typed.trim())}
      </p>
    </div>
  );
}

function answerFor(switches: Switches, typed: string): string {
  // Nobody types the beginning of an address.
  const address = addressOfUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (address === null) return t('options_test_no_site');
  const on = isOn(switches, address);
  const rule = decidingRule(switches, address);
  if (rule === null) return t(on ? 'options_test_shown_default' : 'options_test_hidden_default');
  const name = patternText(rule);
  return on ? t('options_test_shown_rule', name) : t('options_test_hidden_rule', name);
}
