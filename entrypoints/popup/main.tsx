import '../../assets/styles/tokens.css';
import '../../assets/styles/card.css';
import '../../assets/styles/drift.css';
import '../../assets/styles/popup.css';
import { browser } from 'wxt/browser';
import { createPanelCalls, type PanelTab } from '../../lib/messaging/panel-calls';
import { chosenLanguage } from '../../lib/storage/chosen-catalogue';
import { Popup } from '../../lib/ui/popup/Popup';
import { showPage } from '../../lib/ui/show-page';

/** The tab that the panel opened over; `?tab=` names it where the panel is itself in a tab. */
async function findTab(): Promise<PanelTab | null> {
  const asked = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  // A tab that is gone leaves nothing to be about.
  if (Number.isInteger(asked)) return browser.tabs.get(asked).catch(() => null);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active ?? null;
}

const api = createPanelCalls(findTab());
void showPage('popup', chosenLanguage, () => <Popup api={api} surface="popup" />);
