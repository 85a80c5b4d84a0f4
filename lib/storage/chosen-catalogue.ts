/**
 * The words in the language that the reader chose for Glossator. Where they leave it to the
 * browser there is nothing to read: it has the words itself.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { CatalogueSchema, type StoredCatalogue } from '../core/settings/catalogue-schema';
import type { Settings } from '../core/settings/settings';
import { onSettingsChanged, readSettings } from './settings-store';

type Language = Settings['interfaceLanguage'];

/** Null where the browser's own words hold. To be called where our own files can be read. */
export async function readChosenCatalogue(): Promise<StoredCatalogue | null> {
  return readCatalogue((await readSettings()).interfaceLanguage);
}

/** Tells of every choice of another language, with its words. */
export function onCatalogueChosen(listener: (catalogue: StoredCatalogue | null) => void): void {
  let known: Promise<Language> = readSettings().then(({ interfaceLanguage }) => interfaceLanguage);
  onSettingsChanged(async ({ interfaceLanguage }) => {
    const before = await known;
    known = Promise.resolve(interfaceLanguage);
    if (interfaceLanguage !== before) listener(await readCatalogue(interfaceLanguage));
  });
}

/** Both together, for whoever shows a page of ours. */
export const chosenLanguage = { read: readChosenCatalogue, onChange: onCatalogueChosen };

async function readCatalogue(language: Language): Promise<StoredCatalogue | null> {
  if (language === 'browser') return null;
  const response = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json`));
  return v.parse(CatalogueSchema, await response.json());
}
