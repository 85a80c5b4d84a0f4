import '../../assets/styles/tokens.css';
import '../../assets/styles/card.css';
import '../../assets/styles/drift.css';
import '../../assets/styles/popup.css';
import { createPanelCalls } from '../../lib/messaging/panel-calls';
import { chosenLanguage } from '../../lib/storage/chosen-catalogue';
import { Popup } from '../../lib/ui/popup/Popup';
import { showPage } from '../../lib/ui/show-page';
import { followActiveTab } from './follow-active-tab';

/** Null until it is known which tab the panel is about. */
let api: ReturnType<typeof createPanelCalls> | null = null;
const redraw = showPage('panel', chosenLanguage, () => (
  <>{api && <Popup api={api} surface="side" />}</>
));
followActiveTab((tab) => {
  api = createPanelCalls(Promise.resolve(tab));
  void redraw.then((draw) => draw());
});
