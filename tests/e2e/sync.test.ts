import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { barriersInPage } from './harness/axe';
import { inBrowsers } from './harness/in-browsers';
import type { E2eDriver } from './harness/launch';
import { OtherDevice } from './harness/other-device';
import { chooseOption, openSettings, press, waitForWords, wordsIn } from './harness/settings';

inBrowsers('settings, own facts and sites between devices', (launched, browser) => {
  let driver: E2eDriver;
  let settings: Page;
  beforeAll(async () => {
    driver = launched();
    settings = await openSettings(driver);
  });
  afterAll(() => settings?.close());

  const row = (kind: string) => `#sync [data-kind="${kind}"]`;

  async function turnOn(kind: string): Promise<void> {
    await press(settings, `${row(kind)} .entry-tools button`);
    await press(settings, `${row(kind)} .sync-question .button`);
    await waitForWords(settings, row(kind), 'On.');
  }

  test('nothing is sent before the reader has agreed to what and to whom', async () => {
    await chooseOption(settings, 'look', 'tint');
    await press(settings, `${row('sites')} .entry-tools button`);
    const question = await wordsIn(settings, `${row('sites')} .sync-question`);
    expect(question).toContain('it is a piece of your reading history');
    expect(question).toContain('the company behind your browser');
    await press(settings, `${row('sites')} .sync-question .text-button`);
    await waitForWords(settings, row('sites'), 'Off. Nothing is sent.');
    expect(await new OtherDevice(driver, 'settings').items()).toEqual({});
  });

  test('settings go to the other device and come from it', async () => {
    const other = new OtherDevice(driver, 'settings');
    await turnOn('settings');
    await waitFor('the setting to be sent', async () => (await other.read('look'))[0] === 'tint');
    await waitForWords(settings, row('settings'), 'Last given to the browser');
    other.change('look', 'solid');
    other.change('defaultSwitch', 'off');
    await other.send();
    await settings.waitForSelector('input[name="look"][value="solid"]:checked');
    await settings.waitForSelector('input[name="default-switch"][value="off"]:checked');
    expect(Object.keys(await other.items()).every((key) => key.startsWith('settings-'))).toBe(true);
  });

  test('chosen differently on two devices: both are shown, and one is chosen', async () => {
    const other = new OtherDevice(driver, 'settings');
    await other.read('look');
    await chooseOption(settings, 'look', 'faint');
    other.change('look', 'dotted');
    await other.send();
    await waitForWords(settings, '#sync', '1 entry was changed on two devices');
    await press(settings, '.sync-version:nth-of-type(2) .button');
    await settings.waitForFunction(() => document.querySelector('.sync-conflict') === null);
    const left = await settings.evaluate(chosenLook);
    await waitFor('the choice to be sent', async () => {
      const versions = await other.read('look');
      return versions.length === 1 && versions[0] === left;
    });
  });

  test('sites stay out of it until they are chosen; what comes holds in open pages', async () => {
    const page = await driver.open(driver.url('news.html'));
    await driver.inExtension(setDefault, 'on');
    await driver.waitForMarks(page, 'Jack Ma');
    const site = `${new URL(driver.url('')).host}/*`;
    const other = new OtherDevice(driver, 'sites');
    expect(await other.letterKeys()).toEqual([]);
    await turnOn('sites');
    other.change(site, 'off');
    await other.send();
    await waitFor('marks to go', async () => (await driver.marks(page)).length === 0);
    await other.read(site);
    other.change(site, null);
    await other.send();
    await driver.waitForMarks(page, 'Jack Ma');
    await page.close();
  });

  test('own facts of the other device are explained here', async () => {
    const page = await driver.open(driver.url('news.html'));
    await driver.waitForMarks(page, 'Jack Ma');
    await turnOn('facts');
    const other = new OtherDevice(driver, 'facts');
    other.change('entities/page-of-names', entity('page-of-names', 'Somebody Else'));
    await other.send();
    await waitFor('the name', async () =>
      (await driver.inExtension(ownNames)).includes('Somebody Else'),
    );
    await driver.inExtension(renameOwn, entity('page-of-names', 'Somebody New'));
    await waitFor('the new name to be sent', async () =>
      JSON.stringify(await other.read('entities/page-of-names')).includes('Somebody New'),
    );
    await page.close();
  });

  test('what cannot be read is told, and changes nothing', async () => {
    const before = await driver.inExtension(ownNames);
    await new OtherDevice(driver, 'facts').sendRubbish();
    await waitForWords(settings, row('facts'), 'Some of what came cannot be read.');
    expect(await driver.inExtension(ownNames)).toEqual(before);
  });

  test.runIf(browser === 'chromium')('nothing bars the way', async () => {
    await press(settings, `${row('facts')} .entry-tools button`);
    expect(await barriersInPage(settings)).toEqual([]);
    await press(settings, `${row('facts')} .sync-question .text-button`);
  });

  test('what was sent is deleted, and sent no more', async () => {
    const other = new OtherDevice(driver, 'sites');
    await driver.inExtension(setSite, 'example.com/*', 'off');
    await waitFor(
      'the site to be sent',
      async () => (await other.read('example.com/*'))[0] === 'off',
    );
    await press(settings, `${row('sites')} .entry-tools button`);
    await press(settings, `${row('sites')} .sync-question .button + .button`);
    await waitForWords(settings, row('sites'), 'Off. Nothing is sent.');
    await driver.inExtension(setSite, 'example.com/*', 'on');
    // Longer than own changes wait.
    await new Promise((done) => setTimeout(done, 4000));
    expect(await other.letterKeys()).toEqual([]);
    expect(await other.isErased()).toBe(true);
  });

  test('what was sent can still be deleted after it was turned off here', async () => {
    const other = new OtherDevice(driver, 'settings');
    await press(settings, `${row('settings')} .entry-tools button`);
    await press(settings, `${row('settings')} .sync-question .button`);
    await waitForWords(settings, row('settings'), 'may still lie with the company');
    expect(await other.letterKeys()).not.toEqual([]);
    await press(settings, `${row('settings')} .entry-tools button + button`);
    await press(settings, `${row('settings')} .sync-question .button`);
    await waitForWords(settings, row('settings'), 'Off. Nothing is sent.');
    expect(await other.letterKeys()).toEqual([]);
    expect(await other.isErased()).toBe(true);
  });

  test('turned on again, it begins anew, also for a device that remembers', async () => {
    const other = new OtherDevice(driver, 'settings');
    await turnOn('settings');
    for (const look of ['tint', 'faint', 'solid']) {
      await chooseOption(settings, 'look', look);
      await press(settings, '#sync .form-line .button');
      await waitFor('the setting', async () => (await other.read('look'))[0] === look);
    }
    await press(settings, `${row('settings')} .entry-tools button`);
    await press(settings, `${row('settings')} .sync-question .button + .button`);
    await waitForWords(settings, row('settings'), 'Off. Nothing is sent.');
    await chooseOption(settings, 'look', 'dotted');
    await chooseOption(settings, 'look', 'tint');
    await turnOn('settings');
    await waitFor('what was chosen last', async () => (await other.read('look')).includes('tint'));
  });
});

function entity(id: string, label: string): object {
  return {
    id,
    kind: 'person',
    label,
    labelBasis: 'source',
    nativeLabels: [],
    summary: [],
    aliases: [{ text: label, lang: 'en', strength: 'strong', case: 'any', basis: 'source' }],
  };
}

// What follows runs inside the browser.

declare const browser: typeof import('wxt/browser').browser;

function chosenLook(): string | undefined {
  return document.querySelector<HTMLInputElement>('input[name="look"]:checked')?.value;
}

async function setDefault(state: string): Promise<void> {
  await browser.runtime.sendMessage({ call: 'setDefaultSwitch', params: { state } });
}

async function setSite(site: string, choice: string): Promise<void> {
  await browser.runtime.sendMessage({
    call: 'setSiteChoice',
    params: { site, choice, private: false },
  });
}

async function ownNames(): Promise<string[]> {
  const answer = await browser.runtime.sendMessage({ call: 'getOwnFacts', params: {} });
  return answer.value.names.map(({ name }: { name: { label: string } }) => name.label);
}

async function renameOwn(record: object): Promise<void> {
  const id = Reflect.get(record, 'id');
  const changes = [{ section: 'entities', id, record }];
  await browser.runtime.sendMessage({ call: 'saveRecords', params: { pack: 'own', changes } });
}
