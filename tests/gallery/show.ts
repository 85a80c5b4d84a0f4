/**
 * The gallery's page for one state: `state.html?state=…&lang=…`. Tests go from state to state on
 * the same page by `gallery.show`.
 */
import { render } from 'preact';
import english from '../../assets/public/_locales/en/messages.json';
import korean from '../../assets/public/_locales/ko/messages.json';
import simplified from '../../assets/public/_locales/zh_CN/messages.json';
import traditional from '../../assets/public/_locales/zh_TW/messages.json';
import { type Catalogue, catalogueLookup } from '../../lib/ui/catalogue-lookup';
import { locale, setMessages } from '../../lib/ui/message';
import { drawn } from './acting';
import type { GalleryState } from './gallery-state';
import { allStates } from './states/all-states';
import { SURFACES, type Surface } from './surfaces';

const CATALOGUES: Readonly<Record<string, Catalogue>> = {
  en: english,
  ko: korean,
  zh_CN: simplified,
  zh_TW: traditional,
};

let root: HTMLElement | null = null;

/** Resolves when all is drawn and nothing moves any more. */
async function show(id: string, language = 'en'): Promise<void> {
  const state = allStates.find((each) => each.id === id);
  if (!state) throw new Error(`the gallery has no state “${id}”`);
  speak(language);
  const place = clearedPage(state);
  render(await state.draw(), place);
  await drawn();
  await state.act?.(place);
  await stillness();
}

function speak(language: string): void {
  const catalogue = CATALOGUES[language];
  if (!catalogue) throw new Error(`there are no words in “${language}”`);
  // A reader of English is British here, whatever the browser says.
  const reader = language === 'en' ? 'en-GB' : undefined;
  setMessages(catalogueLookup(catalogue), reader);
  document.documentElement.lang = locale();
}

function clearedPage({ surface: name, hash = '', title }: GalleryState): HTMLElement {
  const surface: Surface = SURFACES[name];
  if (root) render(null, root);
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[data-sheet]')) {
    const sheet = link.dataset['sheet'] as Surface['sheets'][number];
    link.media = surface.sheets.includes(sheet) ? 'all' : 'not all';
  }
  root = document.createElement('div');
  root.id = surface.rootId;
  document.title = title;
  document.body.className = surface.bodyClass;
  document.body.replaceChildren(root);
  scrollTo(0, 0);
  return root;
}

async function stillness(): Promise<void> {
  await drawn();
  while (document.getAnimations().some(({ playState }) => playState === 'running')) await drawn();
  await drawn();
}

export interface Gallery {
  readonly show: typeof show;
}

const gallery: Gallery = { show };
Object.assign(globalThis, { gallery });

const asked = new URLSearchParams(location.search);
const first = asked.get('state');
if (first !== null) void show(first, asked.get('lang') ?? 'en');
