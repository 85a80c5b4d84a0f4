/** The reader's switches: which hold, how they are changed, and who is told. */
import type { Browser } from 'wxt/browser';
import { mergeSwitches } from '../../lib/core/sites/merge-switches';
import {
  choiceFor,
  isOn,
  type SiteChoice,
  type Switches,
  siteOfUrl,
  toggledChoice,
  withChoice,
} from '../../lib/core/sites/site-switch';
import type { Handlers } from '../../lib/messaging/serve';
import { onStoredChange } from '../../lib/storage/on-stored-change';
import {
  clearPrivateChoices,
  PRIVATE_CHOICES_KEY,
  readPrivateChoices,
  writePrivateChoice,
} from '../../lib/storage/private-switches';
import { readSwitches, SWITCHES_KEY, writeSwitches } from '../../lib/storage/settings';
import { createTurns } from './in-turn';
import { onLastPrivateWindowClosed, placeOfTab, tellPrivateTabs } from './tabs';

const inTurn = createTurns();

/** The part of a tab that says which switches hold for it. */
export type TabPlace = Pick<Browser.tabs.Tab, 'incognito'> & { readonly url?: string | undefined };

export const switchHandlers: Pick<
  Handlers,
  'getSiteState' | 'setSiteChoice' | 'setDefaultSwitch' | 'getPrivateSwitches' | 'getTopSite'
> = {
  async getSiteState({ url, private: isPrivate }) {
    const switches = await readSwitchesFor(isPrivate);
    const site = siteOfUrl(url);
    return {
      site,
      choice: choiceFor(switches, site),
      default: switches.default,
      on: isOn(switches, site),
    };
  },
  async setSiteChoice({ site, choice, private: isPrivate }) {
    await setChoice(site, choice, isPrivate);
    return {};
  },
  async setDefaultSwitch({ state }) {
    await inTurn(async () => writeSwitches({ ...(await readSwitches()), default: state }));
    return {};
  },
  // Choices of private windows are told to private windows only.
  getPrivateSwitches: (_params, sender) => readSwitchesFor(sender.tab?.incognito ?? false),
  getTopSite: async (_params, { tab }) => placeOfTab(tab),
};

/** Hears of every change, stored or private; also of one made while the background slept. */
export function onAnySwitchChanged(listener: () => void): void {
  onStoredChange('local', SWITCHES_KEY, listener);
  onStoredChange('session', PRIVATE_CHOICES_KEY, listener);
}

/** Pages hear of stored changes by themselves; private ones have to be told. */
export function startSwitches(): void {
  onAnySwitchChanged(() => void tellPrivateTabs({ event: 'privateSwitchesChanged' }));
  onLastPrivateWindowClosed(() => void inTurn(clearPrivateChoices));
}

export async function readSwitchesFor(isPrivate: boolean): Promise<Switches> {
  const stored = await readSwitches();
  return isPrivate ? mergeSwitches(stored, await readPrivateChoices()) : stored;
}

/** Null where the tab shows no web site. */
export async function isOnInTab(tab: TabPlace): Promise<boolean | null> {
  const site = siteOfUrl(tab.url ?? '');
  return site === null ? null : isOn(await readSwitchesFor(tab.incognito), site);
}

/** Turns the tab's site on or off: the one action of the command and the menu item. */
export async function toggleSite(tab: TabPlace): Promise<void> {
  const site = siteOfUrl(tab.url ?? '');
  if (site === null) return;
  const choice = toggledChoice(await readSwitchesFor(tab.incognito), site);
  await setChoice(site, choice, tab.incognito);
}

function setChoice(site: string, choice: SiteChoice, isPrivate: boolean): Promise<void> {
  return inTurn(async () =>
    isPrivate
      ? writePrivateChoice(site, choice)
      : writeSwitches(withChoice(await readSwitches(), site, choice)),
  );
}
