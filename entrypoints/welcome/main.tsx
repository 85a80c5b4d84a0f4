import '../../assets/styles/tokens.css';
import '../../assets/styles/card.css';
import '../../assets/styles/pages.css';
import { browser } from 'wxt/browser';
import { readCommands } from '../../lib/messaging/commands';
import { requestAccess } from '../../lib/messaging/tab-access';
import { annotateSample } from '../../lib/page/live-sample';
import { chosenLanguage } from '../../lib/storage/chosen-catalogue';
import { showPage } from '../../lib/ui/show-page';
import { WelcomePage } from '../../lib/ui/welcome/WelcomePage';
import type { WelcomeApi } from '../../lib/ui/welcome/welcome-api';

const api: WelcomeApi = {
  annotate: annotateSample,
  hasAccess: () => browser.permissions.contains({ origins: ['<all_urls>'] }),
  requestAccess: () => requestAccess(null),
  readCommands,
  openSettings: () => void browser.runtime.openOptionsPage(),
  libraryUrl: browser.runtime.getURL('/library.html'),
};

void showPage('welcome', chosenLanguage, () => <WelcomePage api={api} />);
