/** What a reader does outside the page: keyboard commands, context menus, the colour scheme. */
import type { Page, WebWorker } from 'puppeteer-core';
import { waitFor } from '../../../lib/tools/browsers/extension-driver';
import { inFirefoxWindow } from './firefox-window';
import type { E2eDriver } from './launch';

export type Command = 'toggle-site' | 'next-mention' | 'previous-mention' | 'clip';

/**
 * A keyboard command over the page. Neither browser takes its own shortcuts from synthetic keys,
 * so Firefox is told that the shortcut’s key element was pressed, and in Chromium the event that
 * the shortcut causes is dispatched in the background.
 */
export async function pressCommand(driver: E2eDriver, page: Page, command: Command): Promise<void> {
  await page.bringToFront();
  if (driver.name === 'firefox') {
    const shortcut = await driver.inExtension(readShortcut, command);
    await inFirefoxWindow(driver.browser, pressShortcut, shortcut);
    return;
  }
  const worker = await backgroundWorker(driver);
  await worker.evaluate((name) => {
    const { onCommand } = chrome.commands;
    onCommand.dispatch(name);
  }, command);
}

/** Our item in the page’s context menu. In Chromium the click’s event is dispatched. */
export async function chooseMenuItem(driver: E2eDriver, page: Page): Promise<string> {
  await page.bringToFront();
  if (driver.name === 'firefox') {
    // Beside the text: over links and fields browsers show other menus.
    await page.mouse.click(40, 400, { button: 'right' });
    return waitFor('the menu item', () => inFirefoxWindow(driver.browser, activateMenuItem));
  }
  const worker = await backgroundWorker(driver);
  await worker.evaluate(
    async (id) => {
      const { onClicked } = chrome.contextMenus;
      onClicked.dispatch({ menuItemId: 'toggle-site' }, await chrome.tabs.get(id));
    },
    await driver.tabIdOf(page),
  );
  return '';
}

export interface Suggestion {
  readonly content: string;
  readonly description: string;
}

/** As if typed after our keyword; entered, it is opened in the tab in front. Chromium only. */
export async function fromAddressBar(
  driver: E2eDriver,
  text: string,
  isEntered = false,
): Promise<readonly Suggestion[]> {
  const worker = await backgroundWorker(driver);
  return worker.evaluate(
    (typed, entered) =>
      new Promise<readonly Suggestion[]>((done) => {
        const { onInputChanged, onInputEntered } = chrome.omnibox;
        if (!entered) return onInputChanged.dispatch(typed, done);
        onInputEntered.dispatch(typed, 'currentTab');
        done([]);
      }),
    text,
    isEntered,
  );
}

export async function setScheme(
  driver: E2eDriver,
  page: Page,
  scheme: 'light' | 'dark',
): Promise<void> {
  if (driver.name === 'chromium') {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  } else {
    await inFirefoxWindow(driver.browser, preferScheme, scheme === 'dark' ? 0 : 1);
  }
  await waitFor(`the page to be ${scheme}`, () =>
    page.evaluate((name) => matchMedia(`(prefers-color-scheme: ${name})`).matches, scheme),
  );
}

/** Ends the background as browsers do after some idle time. The next event starts it again. */
export async function endBackground(driver: E2eDriver): Promise<void> {
  if (driver.name === 'firefox') {
    await inFirefoxWindow(driver.browser, terminateBackground);
    return;
  }
  await (await backgroundWorker(driver)).close();
}

/**
 * For stories that press commands late: Chromium ends an idle worker after half a minute, and on a
 * slow machine the one that follows is not always told. A worker that is attached to stays.
 */
export async function keepBackgroundAwake(driver: E2eDriver): Promise<void> {
  if (driver.name === 'chromium') await backgroundWorker(driver);
}

/** Chromium’s service worker, woken if it sleeps. */
async function backgroundWorker(driver: E2eDriver): Promise<WebWorker> {
  await driver.inExtension(wakeBackground);
  const target = await driver.browser.waitForTarget(
    (candidate) =>
      candidate.type() === 'service_worker' && candidate.url().startsWith(driver.origin),
  );
  const worker = await target.worker();
  if (!worker) throw new Error('the background has no worker');
  return worker;
}

// What follows runs inside the browser.

interface Dispatching<A extends unknown[]> {
  dispatch(...args: A): void;
}
declare const chrome: {
  readonly commands: { readonly onCommand: Dispatching<[string]> };
  readonly contextMenus: { readonly onClicked: Dispatching<[object, object]> };
  readonly tabs: { get(id: number): Promise<object> };
  readonly omnibox: {
    readonly onInputChanged: Dispatching<[string, (found: readonly Suggestion[]) => void]>;
    readonly onInputEntered: Dispatching<[string, 'currentTab']>;
  };
};
declare const browser: typeof import('wxt/browser').browser;

async function wakeBackground(): Promise<void> {
  await browser.runtime.sendMessage({ call: 'getFactBaseState', params: {} });
}

/** The last part of `Alt+Shift+G`. */
async function readShortcut(name: string): Promise<string> {
  const commands = await browser.commands.getAll();
  const shortcut = commands.find((command) => command.name === name)?.shortcut ?? '';
  if (shortcut === '') throw new Error(`${name} has no shortcut`);
  return shortcut.split('+').at(-1) ?? '';
}

/** Firefox’s globals, as far as they are used here. */
declare const Services: {
  readonly wm: { getMostRecentWindow(type: string): Window };
  readonly prefs: { setIntPref(name: string, value: number): void };
};
declare const WebExtensionPolicy: {
  getByID(id: string): { readonly extension: { terminateBackground(): Promise<void> } };
};
interface Pressable extends Element {
  doCommand(): void;
}
interface Menu extends Element {
  activateItem(item: Element): void;
}

function pressShortcut(key: string): void {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const element = document.querySelector<Pressable>(`keyset[id^="ext-keyset"] key[key="${key}"]`);
  if (!element) throw new Error(`no shortcut with ${key}`);
  element.doCommand();
}

/** Its words; null while the menu is not open. */
function activateMenuItem(): string | null {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const menu = document.querySelector<Menu>('#contentAreaContextMenu');
  const item = menu?.querySelector('[id^="glossator"][id*="menuitem"]');
  if (!menu || !item) return null;
  menu.activateItem(item);
  return item.getAttribute('label');
}

/** 0 is dark, 1 light. */
function preferScheme(value: number): void {
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', value);
}

async function terminateBackground(): Promise<void> {
  await WebExtensionPolicy.getByID('glossator@glossator.example').extension.terminateBackground();
}
