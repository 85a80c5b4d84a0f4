import { t } from '../message';
import type { PopupApi } from './popup-api';

export interface PanelFooterProps {
  readonly api: PopupApi;
  /** The panel that is beside the page already does not offer itself. */
  readonly offersSidePanel: boolean;
}

/** The ways out of the panel. */
export function PanelFooter({ api, offersSidePanel }: PanelFooterProps) {
  return (
    <nav class="panel-foot" aria-label={t('panel_more')}>
      <a href={api.hrefOf({ view: 'entities' })} target="_blank" rel="noopener">
        {t('panel_open_library')}
      </a>
      {offersSidePanel && (
        <button type="button" onClick={() => void api.openSidePanel().catch(ignore)}>
          {t('panel_beside')}
        </button>
      )}
      {api.hasSettings && (
        <button type="button" onClick={() => void api.openSettings().catch(ignore)}>
          {t('panel_settings')}
        </button>
      )}
    </nav>
  );
}

/** The window went away under the click. */
function ignore(): void {}
