import { browser } from 'wxt/browser';

/** Shows what Glossator does, once, when it was just installed; never after an update. */
export function startWelcome(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') {
      void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    }
  });
}
