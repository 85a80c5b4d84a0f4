import { useEffect, useState } from 'preact/hooks';
import { t } from '../message';
import { CommandList } from './CommandList';
import { Section } from './Section';
import type { CommandKeys, SettingsApi } from './settings-api';

/** Keyboard commands with the keys that they have now. */
export function KeysSection({ api }: { readonly api: SettingsApi }) {
  const [commands, setCommands] = useState<readonly CommandKeys[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const read = () => void api.readCommands().then(setCommands, () => {});
    read();
    // Keys are changed on another page, from which the reader comes back.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [api]);
  return (
    <Section id="keys" title={t('options_keys')}>
      <CommandList commands={commands} unset={t('options_key_unset')} />
      <p>
        <button
          type="button"
          class="button"
          onClick={() => api.changeKeys().catch(() => setFailed(true))}
        >
          {t('options_keys_change')}
        </button>
      </p>
      <p class="help" role="status">
        {failed ? t('options_keys_failed') : t('options_keys_help')}
      </p>
    </Section>
  );
}
