/** The settings page as a reader sees and uses it. */
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../lib/tools/browsers/extension-driver';
import type { E2eDriver } from './launch';

export async function openSettings(driver: E2eDriver): Promise<Page> {
  const page = await driver.openExtensionPage('options.html');
  await page.waitForSelector('input[name="look"]:checked');
  await page.waitForSelector('#facts .entry-name');
  return page;
}

/** Presses one of a group of choices. */
export async function chooseOption(page: Page, name: string, value: string): Promise<void> {
  await page.bringToFront();
  // By their properties: “on” is what every such button is worth without an attribute.
  const inputs = await page.$$(`input[name="${name}"]`);
  for (const input of inputs) {
    if ((await input.evaluate((each) => each.value)) !== value) continue;
    await input.evaluate((each) => each.scrollIntoView({ block: 'center', behavior: 'instant' }));
    return input.click();
  }
  throw new Error(`there is no ${name} “${value}”`);
}

export async function press(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.waitForSelector(`${selector}:not(:disabled)`);
  // A page that scrolls smoothly would move what is to be pressed.
  await page.$eval(selector, (element) =>
    element.scrollIntoView({ block: 'center', behavior: 'instant' }),
  );
  await page.click(selector);
}

/** Moves a slider by its keys, the nth (from 0) on the page, by so many steps. */
export async function slide(page: Page, nth: number, steps: number): Promise<void> {
  await page.bringToFront();
  const slider = (await page.$$('input[type="range"]'))[nth];
  if (!slider) throw new Error('there is no such slider');
  await slider.focus();
  for (let step = 0; step < Math.abs(steps); step++) {
    await page.keyboard.press(steps < 0 ? 'ArrowLeft' : 'ArrowRight');
  }
}

/** Types into a field that is found by its label, in the place of what stands there. */
export async function fill(page: Page, selector: string, text: string): Promise<void> {
  await press(page, selector);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
}

export function wordsIn(page: Page, selector: string): Promise<string> {
  return page.evaluate(
    (wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '',
    selector,
  );
}

export async function waitForWords(page: Page, selector: string, wanted: string): Promise<void> {
  await waitFor(`${selector} to say “${wanted}”`, async () =>
    (await wordsIn(page, selector)).includes(wanted),
  );
}

/** How the browser would paint a mention here: the line’s style and the ground. */
export function markLook(page: Page): Promise<string> {
  return page.evaluate(() => {
    const style = getComputedStyle(document.body, '::highlight(glossator-mention)');
    return `${style.textDecorationLine} ${style.textDecorationStyle} ${style.backgroundColor}`;
  });
}
