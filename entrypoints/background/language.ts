/** The words of badge, menus and omnibox in the language that the reader chose, and pages' too. */
import type { Handlers } from '../../lib/messaging/serve';
import { onCatalogueChosen, readChosenCatalogue } from '../../lib/storage/chosen-catalogue';
import { speak } from '../../lib/ui/speak';

export const languageHandlers: Pick<Handlers, 'getCatalogue'> = {
  getCatalogue: async () => ({ catalogue: await readChosenCatalogue() }),
};

let known: Promise<void> = Promise.resolve();
const listeners: (() => void)[] = [];

/** To be waited for before a word is said, since the background wakes without the chosen ones. */
export function wordsKnown(): Promise<void> {
  return known;
}

/** Hears of another language once its words are there. */
export function onWordsChanged(listener: () => void): void {
  listeners.push(listener);
}

export function startLanguage(): void {
  known = readChosenCatalogue().then(speak, (error: unknown) =>
    console.error('Glossator: the chosen language', error),
  );
  onCatalogueChosen((catalogue) => {
    speak(catalogue);
    for (const listener of listeners) listener();
  });
}
