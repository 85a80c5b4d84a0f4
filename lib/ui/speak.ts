import { type Catalogue, catalogueLookup } from './catalogue-lookup';
import { setMessages, useBrowserMessages } from './message';

/** From now on all messages come from there; from the browser where it is null. */
export function speak(catalogue: Catalogue | null): void {
  if (catalogue === null) useBrowserMessages();
  else setMessages(catalogueLookup(catalogue));
}
