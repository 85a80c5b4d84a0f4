/** Private windows, in which extensions run only where the reader has allowed it. */
import type { Browser, Page } from 'puppeteer-core';
import { createDriver, waitFor } from '../../../lib/tools/browsers/extension-driver';
import { openExtensionPage } from '../../../lib/tools/browsers/launch-with-extension';
import { inFirefoxWindow } from './firefox-window';
import type { E2eDriver } from './launch';

/** As the switch on the browser’s page about extensions does. The extension starts anew by that. */
export async function allowInPrivateWindows(driver: E2eDriver): Promise<E2eDriver> {
  if (driver.name === 'firefox') await inFirefoxWindow(driver.browser, allowInFirefox);
  else await allowInChromium(driver);
  return { ...driver, ...(await createDriver(driver)), shot: driver.shot, close: driver.close };
}

/** A tab in a private window; a new window where none is open yet. */
export async function openPrivately(driver: E2eDriver, url: string): Promise<Page> {
  const target = driver.browser.waitForTarget((candidate) => candidate.url() === url);
  await driver.inExtension(openPrivateTab, url);
  const page = await (await target).page();
  if (!page) throw new Error(`${url} has no page`);
  await page.bringToFront();
  await driver.tabIdOf(page);
  return page;
}

export async function closePrivateWindows(driver: E2eDriver): Promise<void> {
  await driver.inExtension(closePrivate);
  await waitFor('private windows to close', () => driver.inExtension(hasNoPrivateWindow));
}

/** The page about extensions has an interface of its own, which wants developer mode as well. */
async function allowInChromium({ browser, origin }: E2eDriver): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  const id = new URL(origin).host;
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome;
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, id);
  await page.close();
  await waitFor('the extension to be allowed', () => isAllowed(browser, origin));
}

async function isAllowed(browser: Browser, origin: string): Promise<boolean> {
  try {
    const page = await openExtensionPage(browser, `${origin}/popup.html?tab=-1`);
    const allowed = await page.evaluate(() => chrome.extension.isAllowedIncognitoAccess());
    await page.close();
    return allowed;
  } catch {
    // Still starting anew.
    return false;
  }
}

// What follows runs inside the browser.

declare const chrome: {
  readonly developerPrivate: {
    updateProfileConfiguration(change: object): Promise<void>;
    updateExtensionConfiguration(change: object): Promise<void>;
  };
  readonly extension: { isAllowedIncognitoAccess(): Promise<boolean> };
};
declare const browser: typeof import('wxt/browser').browser;
declare const ChromeUtils: { importESModule(url: string): Record<string, never> };

async function allowInFirefox(): Promise<void> {
  const id = 'glossator@glossator.example';
  const modules = {
    ...ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs'),
    ...ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs'),
  } as unknown as {
    ExtensionPermissions: { add(id: string, granted: object): Promise<void> };
    AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
  };
  const permissions = ['internal:privateBrowsingAllowed'];
  await modules.ExtensionPermissions.add(id, { permissions, origins: [] });
  await (await modules.AddonManager.getAddonByID(id)).reload();
}

async function openPrivateTab(url: string): Promise<void> {
  const windows = await browser.windows.getAll();
  const known = windows.find((window) => window.incognito)?.id;
  if (known === undefined) await browser.windows.create({ incognito: true, url });
  else await browser.tabs.create({ windowId: known, url });
}

async function closePrivate(): Promise<void> {
  for (const { id, incognito } of await browser.windows.getAll()) {
    if (incognito && id !== undefined) await browser.windows.remove(id);
  }
}

async function hasNoPrivateWindow(): Promise<boolean> {
  return (await browser.windows.getAll()).every((window) => !window.incognito);
}
