/**
 * The extension speaks the browser's language, with words and dates. In Chromium only: Firefox
 * needs a language pack for each language, which nobody has installed who does not use it.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { MessagesSchema } from '../../lib/tools/messages/check-messages';
import { inBrowsers } from './harness/in-browsers';
import { SEARCH_BOX, waitForNames } from './harness/panel';

const LANGUAGES = [
  { folder: 'ko', language: 'ko', tag: 'ko', date: /\d{4}년/ },
  { folder: 'zh_CN', language: 'zh-CN', tag: 'zh-CN', date: /\d{4}年/ },
  { folder: 'zh_TW', language: 'zh-TW', tag: 'zh-TW', date: /\d{4}年/ },
  // Without a translation: English, dates included.
  { folder: 'en', language: 'de', tag: 'en', date: /[a-z]+ (?:\d+, )?\d{4}/i },
];

for (const { folder, language, tag, date } of LANGUAGES) {
  const file = `assets/public/_locales/${folder}/messages.json`;
  const messages = v.parse(MessagesSchema, JSON.parse(readFileSync(file, 'utf8')));
  const words = (key: string) => messages[key]?.message ?? `no ${key}`;

  inBrowsers(
    `a reader whose browser speaks ${language}`,
    (driver) => {
      test('reads the card in it', async () => {
        const { open, url, hover, waitForMarks, waitForPopover, shot } = driver();
        const page = await open(url('news.html'));
        await waitForMarks(page, 'Jack Ma');
        await hover(page, 'Jack Ma');
        const { text } = await waitForPopover(page, words('card_claims'));
        expect(text).toContain(words('entity_kind_person'));
        expect(text).toContain(words('why_strong'));
        expect(text).toContain(words('mute_not_this'));
        expect(text).toMatch(date);
        await shot(page, `language-${language}-card`);
      });

      test('reads the panel in it', async () => {
        const { open, url, waitForMarks, openPopupFor, shot } = driver();
        const page = await open(url('news.html'));
        await waitForMarks(page, 'Ant Group');
        const popup = await openPopupFor(page);
        await waitForNames(popup, 'Ant Group');
        const seen = await popup.evaluate(() => document.body.innerText);
        for (const key of ['popup_names_on_page', 'popup_choice_on', 'popup_other_sites']) {
          expect(seen.toLowerCase()).toContain(words(key).toLowerCase());
        }
        const label = await popup.$eval(SEARCH_BOX, (box) => box.getAttribute('aria-label'));
        expect(label).toBe(words('popup_search_label'));
        expect(await popup.evaluate(() => document.documentElement.lang)).toBe(tag);
        await shot(popup, `language-${language}-panel`);
      });

      test('finds the extension described in it', async () => {
        const manifest = await driver().inExtension(() => browser.runtime.getManifest());
        expect(manifest.description).toBe(words('extension_description'));
      });
    },
    ['chromium'],
    () => ({ language }),
  );
}

/** In pages of the extension, where the function runs. */
declare const browser: typeof import('wxt/browser').browser;
