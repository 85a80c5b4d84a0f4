/** "Not this one": what the reader does not want marked, and who is told. */
import { type Mute, scopeAt, withMutes, withoutMutes } from '../../lib/core/recognition/mutes';
import { foldText } from '../../lib/core/text/characters';
import { CallError } from '../../lib/messaging/call-error';
import type { Muting } from '../../lib/messaging/protocol';
import type { Handlers, SenderTab } from '../../lib/messaging/serve';
import { PRIVATE_MUTES_KEY, privateMutes, storedMutes } from '../../lib/storage/mutes';
import { onStoredChange } from '../../lib/storage/on-stored-change';
import { createTurns } from './in-turn';
import { onLastPrivateWindowClosed, placeOfTab, tellPrivateTabs } from './tabs';

const inTurn = createTurns();

export const muteHandlers: Pick<
  Handlers,
  'muteMention' | 'unmuteMention' | 'getPrivateMutes' | 'getMutes' | 'forgetMute' | 'restoreMute'
> = {
  async muteMention(muting, { tab }) {
    await change(tab, (mutes) => withMutes(mutes, toMutes(muting, tab)));
    return {};
  },
  async unmuteMention(muting, { tab }) {
    await change(tab, (mutes) => withoutMutes(mutes, toMutes(muting, tab)));
    return {};
  },
  async getPrivateMutes(_params, { tab }) {
    const stored = await storedMutes.read();
    // Those of private windows are told to private windows only.
    return { mutes: tab?.incognito ? [...stored, ...(await privateMutes.read())] : [...stored] };
  },
  getMutes: async () => ({ mutes: [...(await storedMutes.read())] }),
  async forgetMute({ mute }) {
    await changeStored((mutes) => withoutMutes(mutes, [mute]));
    return {};
  },
  async restoreMute({ mute }) {
    await changeStored((mutes) => withMutes(mutes, [mute]));
    return {};
  },
};

/** Pages hear of stored changes by themselves; private ones have to be told. */
export function startMutes(): void {
  onStoredChange(
    'session',
    PRIVATE_MUTES_KEY,
    () => void tellPrivateTabs({ event: 'privateMutesChanged' }),
  );
  onLastPrivateWindowClosed(() => void inTurn(() => privateMutes.write([])));
}

function change(
  tab: SenderTab | undefined,
  changed: (mutes: readonly Mute[]) => Mute[],
): Promise<void> {
  if (!tab) throw new CallError('not-allowed', 'Only what stands in a tab is marked.');
  const store = tab.incognito ? privateMutes : storedMutes;
  return inTurn(async () => store.write(changed(await store.read())));
}

function changeStored(changed: (mutes: readonly Mute[]) => Mute[]): Promise<void> {
  return inTurn(async () => storedMutes.write(changed(await storedMutes.read())));
}

function toMutes({ entities, words, scope: type }: Muting, tab: SenderTab | undefined): Mute[] {
  const scope = scopeAt(type, placeOfTab(tab));
  const alias = foldText(words);
  if (scope === null || alias === '') {
    throw new CallError('bad-params', 'This place cannot be remembered.');
  }
  const at = new Date().toISOString();
  return entities.map((entity) => ({ entity, alias, scope, at }));
}
