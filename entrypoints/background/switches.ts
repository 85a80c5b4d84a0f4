/** The reader's switches: which hold, how they are changed, and who is told. */
import type { Browser } from 'wxt/browser';
import { mergeSwitches } from '../../lib/core/sites/merge-switches';
import {
  addressOfUrl,
  choiceFor,
  isOn,
  type SiteChoice,
  type Switches,
  scopeAt,
  stateOf,
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
import { readSwitches, SWITCHES_KEY, writeSwitches } from '../../lib/storage/switch-store';
import { createTurns } from './in-turn';
import { onLastPrivateWindowClosed, placeOfTab, tellPrivateTabs } from './tabs';

/** Who reads the switches and then changes them does so in this turn. */
export const inSwitchTurn = createTurns();

/** The part of a tab that says which switches hold for it. */
export type TabPlace = Pick<Browser.tabs.Tab, 'incognito'> & { readonly url?: string | undefined };

export const switchHandlers: Pick<
  Handlers,
  'getSiteState' | 'setSiteChoice' | 'setDefaultSwitch' | 'getPrivateSwitches' | 'getTopSite'
> = {
  async getSiteState({ url, private: isPrivate }) {
    const switches = await readSwitchesFor(isPrivate);
    const address = addressOfUrl(url);
    const site = address && scopeAt(switches, address);
    return {
      site,
      choice: choiceFor(switches, site),
      default: switches.default,
      otherwise: stateOf(site ? withChoice(switches, site, 'default') : switches, site),
      on: isOn(switches, address),
    };
  },
  async setSiteChoice({ site, choice, private: isPrivate }) {
    await setChoice(site, choice, isPrivate);
    return {};
  },
  async setDefaultSwitch({ state }) {
    await inSwitchTurn(async () => writeSwitches({ ...(await readSwitches()), default: state }));
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
  onLastPrivateWindowClosed(() => void inSwitchTurn(clearPrivateChoices));
}

export async function readSwitchesFor(isPrivate: boolean): Promise<Switches> {
  const stored = await readSwitches();
  return isPrivate ? mergeSwitches(stored, await readPrivateChoices()) : stored;
}

/** Null where the tab shows no web site. */
export async function isOnInTab(tab: TabPlace): Promise<boolean | null> {
  const address = addressOfUrl(tab.url ?? '');
  return address === null ? null : isOn(await readSwitchesFor(tab.incognito), address);
}

/** Turns the tab's site on or off: the one action of the command and the menu item. */
export async function toggleSite(tab: TabPlace): Promise<void> {
  const address = addressOfUrl(tab.url ?? '');
  if (address === null) return;
  const switches = await readSwitchesFor(tab.incognito);
  const site = scopeAt(switches, address);
  await setChoice(site, toggledChoice(switches, site), tab.incognito);
}

function setChoice(site: string, choice: SiteChoice, isPrivate: boolean): Promise<void> {
  return inSwitchTurn(async () =>
    isPrivate
      ? writePrivateChoice(site, choice)
      : writeSwitches(withChoice(await readSwitches(), site, choice)),
  );
}
