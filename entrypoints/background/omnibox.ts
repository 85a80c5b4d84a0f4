/** Look-ups from the address bar: the keyword, a space, and what is sought. */
import { browser } from 'wxt/browser';
import { libraryPath } from '../../lib/core/library/routes';
import { escapeXml, routeOfEntered, suggestionContent } from '../../lib/core/search/omnibox-text';
import type { SearchHit } from '../../lib/core/search/search-hit';
import { claimKindName, entityKindName } from '../../lib/ui/kind-names';
import { t } from '../../lib/ui/message';
import { searchFacts } from './facts';
import { onWordsChanged, wordsKnown } from './language';

/** As many as Firefox shows. */
const MAX_SUGGESTIONS = 6;

export function startOmnibox(): void {
  // Firefox for Android has no address bar for extensions.
  if (!browser.omnibox) return;
  void wordsKnown().then(suggestDefault);
  onWordsChanged(suggestDefault);
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    suggestionsFor(text).then(suggest, () => suggest([]));
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const url = browser.runtime.getURL('/') + libraryPath(routeOfEntered(text));
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

function suggestDefault(): void {
  browser.omnibox.setDefaultSuggestion({ description: described(t('search_omnibox_default')) });
}

async function suggestionsFor(text: string) {
  await wordsKnown();
  const hits = await searchFacts(text.slice(0, MAX_QUERY_CHARS), MAX_SUGGESTIONS);
  return hits.map((hit) => ({
    content: suggestionContent(hit),
    description: described(lineOf(hit)),
  }));
}

const MAX_QUERY_CHARS = 200;

/** "Jack Ma – Person" or "Alibaba – Figure: Alibaba holds …". */
function lineOf(hit: SearchHit): string {
  if (hit.kind === 'entity') {
    const name = hit.native ? `${hit.label} ${hit.native}` : hit.label;
    return t('search_omnibox_name', name, entityKindName(hit.entityKind));
  }
  return t('search_omnibox_claim', hit.entityLabel, claimKindName(hit.claimKind), hit.label);
}

/** Chromium wants XML, Firefox text as it is. */
function described(text: string): string {
  return import.meta.env.FIREFOX ? text : escapeXml(text);
}
