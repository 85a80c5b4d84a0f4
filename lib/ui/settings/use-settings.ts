import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../core/settings/settings';
import type { SettingsApi } from './settings-api';

export interface SettingsState {
  /** Null until they are read. */
  readonly settings: Settings | null;
  /** The last change could not be stored. */
  readonly failed: boolean;
  readonly change: (part: Partial<Settings>) => void;
}

/** The reader's settings; a change shows at once and is taken back where it cannot be stored. */
export function useSettings(api: SettingsApi): SettingsState {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [failed, setFailed] = useState(false);
  const latest = useRef<Settings | null>(null);
  /** Own changes that we have not heard of yet: heard late, they would undo what came after them. */
  const echoes = useRef<string[]>([]);

  const show = useCallback((now: Settings) => {
    latest.current = now;
    setSettings(now);
  }, []);

  useEffect(() => {
    void api.readSettings().then(show, () => setFailed(true));
    return api.watchSettings((now) => {
      const heard = echoes.current.indexOf(JSON.stringify(now));
      if (heard < 0) show(now);
      else echoes.current.splice(0, heard + 1);
    });
  }, [api, show]);

  const change = useCallback(
    (part: Partial<Settings>) => {
      const before = latest.current;
      if (!before) return;
      const after = { ...before, ...part };
      show(after);
      setFailed(false);
      echoes.current.push(JSON.stringify(after));
      api.writeSettings(after).catch(() => {
        echoes.current = [];
        show(before);
        setFailed(true);
      });
    },
    [api, show],
  );

  return { settings, failed, change };
}
