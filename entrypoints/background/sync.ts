/** Between the reader's devices: when they meet, and what the reader has chosen about it. */
import { browser } from 'wxt/browser';
import { ownPackMeta } from '../../lib/core/clipping/own-pack';
import { chooseVersion, conflictsOf, type VersionChoice } from '../../lib/core/sync/conflicts';
import { keysOfKind, offKey } from '../../lib/core/sync/letter';
import { bytesOf } from '../../lib/core/sync/room';
import { SYNC_FORMAT, SYNC_KINDS, type SyncKind } from '../../lib/core/sync/sync-kinds';
import {
  type KindState,
  kindsOn,
  newDeviceId,
  waitAfter,
  waitUntil,
  withKind,
} from '../../lib/core/sync/sync-state';
import type { Handlers } from '../../lib/messaging/serve';
import { DeviceTakenError, type MeetingOutcome, meetOthers } from '../../lib/storage/meet-others';
import { onStoredChange } from '../../lib/storage/on-stored-change';
import { SETTINGS_KEY } from '../../lib/storage/settings-store';
import { SWITCHES_KEY } from '../../lib/storage/switch-store';
import { onSyncAreaChanged, syncArea } from '../../lib/storage/sync-area';
import { syncedSettings, syncedSites } from '../../lib/storage/sync-choices';
import { syncedFacts } from '../../lib/storage/sync-facts';
import { forgetSyncMemory, readSyncMemory } from '../../lib/storage/sync-memory';
import { readSyncState, writeSyncState } from '../../lib/storage/sync-state-store';
import type { SyncedKind } from '../../lib/storage/synced-kind';
import { t } from '../../lib/ui/message';
import { factsChanged, onFactsChanged, openFacts } from './facts';
import { inEditTurn } from './in-edit-turn';
import { createTurns } from './in-turn';
import { wordsKnown } from './language';
import { inSwitchTurn } from './switches';

/** Several changes in a row are sent together; a sleeping background wakes for less. */
const OWN_CHANGE_MS = 3000;
/** The items of a letter arrive one after another. */
const CAME_MS = 500;

const inTurn = createTurns();
let timer: ReturnType<typeof setTimeout> | undefined;

export const syncHandlers: Pick<
  Handlers,
  'setSync' | 'eraseSync' | 'syncNow' | 'getSyncConflicts' | 'chooseSyncVersion'
> = {
  async setSync({ kind, isOn }) {
    await inTurn(async () => {
      const state = await readSyncState();
      const device = isOn ? await nameFor(kind, state.device) : state.device;
      if (isOn) await syncArea.remove([offKey(kind)]);
      const part = { isOn, isDue: isOn, trouble: null };
      await writeSyncState(withKind({ ...state, device, retryAt: null }, kind, part));
    });
    if (isOn) await meetNow();
    return {};
  },
  async eraseSync({ kind }) {
    await inTurn(() => erase(kind));
    return {};
  },
  async syncNow() {
    await inTurn(async () => {
      const state = await readSyncState();
      const due = kindsOn(state).reduce((all, kind) => withKind(all, kind, { isDue: true }), state);
      await writeSyncState({ ...due, retryAt: null });
    });
    await meetNow();
    return {};
  },
  async getSyncConflicts() {
    const [db, state] = [await openFacts(), await readSyncState()];
    const all = await Promise.all(
      kindsOn(state).map(async (kind) =>
        conflictsOf(kind, await readSyncMemory(db, kind), state.device),
      ),
    );
    return { conflicts: all.flat() };
  },
  async chooseSyncVersion({ kind, id, keep }) {
    const isDone = await inTurn(() => choose(kind, id, keep));
    await meetNow();
    return { isDone };
  },
};

export function startSync(): void {
  onStoredChange('local', SETTINGS_KEY, () => changed('settings'));
  onStoredChange('local', SWITCHES_KEY, () => {
    changed('settings');
    changed('sites');
  });
  onFactsChanged(() => changed('facts'));
  onSyncAreaChanged((keys) => {
    for (const kind of SYNC_KINDS) {
      if (keys.some((key) => key.startsWith(`${kind}-`))) noteDue(kind, CAME_MS);
    }
  });
  browser.runtime.onStartup.addListener(() => {
    for (const kind of SYNC_KINDS) noteDue(kind, OWN_CHANGE_MS);
  });
  readSyncState()
    .then((state) => {
      if (kindsOn(state).some((kind) => state.kinds[kind].isDue)) meetAfter(OWN_CHANGE_MS);
    })
    .catch(report);
}

function changed(kind: SyncKind): void {
  noteDue(kind, OWN_CHANGE_MS);
}

/** Written down at once, since the background may sleep before it has come to it. */
function noteDue(kind: SyncKind, delayMs: number): void {
  inTurn(async () => {
    const state = await readSyncState();
    const { isOn, isDue } = state.kinds[kind];
    if (!isOn) return;
    if (!isDue) await writeSyncState(withKind(state, kind, { isDue: true }));
    meetAfter(delayMs);
  }).catch(report);
}

function meetAfter(delayMs: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void meetNow().catch(report), delayMs);
}

function meetNow(): Promise<void> {
  return inTurn(async () => {
    const state = await readSyncState();
    const wait = waitUntil(state.retryAt, Date.now());
    if (wait > 0) {
      meetAfter(wait);
      return;
    }
    for (const kind of kindsOn(state)) {
      if (state.kinds[kind].isDue) await meetFor(kind);
    }
  });
}

/** A new one where this device does not remember how far it has counted by the old one. */
async function nameFor(kind: SyncKind, device: string): Promise<string> {
  const { replica } = await readSyncMemory(await openFacts(), kind);
  return replica.seen.has(device) ? device : newDeviceId();
}

async function meetFor(kind: SyncKind): Promise<void> {
  const { device } = await readSyncState();
  try {
    await noteMeeting(kind, await meetOthers(kind, await syncedKind(kind), syncArea, device));
  } catch (error) {
    if (error instanceof DeviceTakenError) {
      await writeSyncState({ ...(await readSyncState()), device: newDeviceId() });
      await meetFor(kind);
      return;
    }
    report(error);
    await noteRefusal(kind, wordsOf(error));
  }
}

async function noteMeeting(kind: SyncKind, outcome: MeetingOutcome): Promise<void> {
  const { trouble, conflicts, waiting, isSent } = outcome;
  const state = await readSyncState();
  if (trouble?.code === 'erased') {
    // What was sent before the mark had come goes as well.
    await syncArea.remove(keysOfKind(kind, await syncArea.read()));
    await forgetSyncMemory(await openFacts(), kind);
  }
  const part: Partial<KindState> = {
    isDue: false,
    isOn: trouble?.code !== 'erased',
    trouble,
    ...(isSent && { sentAt: new Date().toISOString() }),
    ...(trouble?.code === 'erased' && { sentAt: null }),
    ...(trouble?.code !== 'not-taken' && { conflicts, waiting }),
  };
  const used = bytesOf(await syncArea.read());
  const next = { ...withKind(state, kind, part), used };
  // Another kind that was refused goes on waiting.
  const isRefused = kindsOn(next).some((one) => next.kinds[one].trouble?.code === 'not-sent');
  await writeSyncState(isRefused ? next : { ...next, refusals: 0, retryAt: null });
}

/** It stays due. */
async function noteRefusal(kind: SyncKind, detail: string): Promise<void> {
  const state = await readSyncState();
  const refusals = state.refusals + 1;
  const wait = waitAfter(refusals);
  const retryAt = new Date(Date.now() + wait).toISOString();
  await writeSyncState({
    ...withKind(state, kind, { trouble: { code: 'not-sent', detail } }),
    ...{ refusals, retryAt },
  });
  meetAfter(wait);
}

/** Never rejects: what could not be deleted is told, and can be tried again. */
async function erase(kind: SyncKind): Promise<void> {
  await writeSyncState(withKind(await readSyncState(), kind, { isOn: false, isDue: false }));
  const part: Partial<KindState> = await eraseSent(kind).then(
    () => ({ trouble: null, sentAt: null, conflicts: 0, waiting: 0 }),
    (error: unknown) => {
      report(error);
      return { trouble: { code: 'not-erased', detail: wordsOf(error) } };
    },
  );
  const state = withKind(await readSyncState(), kind, part);
  const used = await syncArea.read().then(bytesOf, () => state.used);
  await writeSyncState({ ...state, used });
}

async function eraseSent(kind: SyncKind): Promise<void> {
  const mark = { [offKey(kind)]: { format: SYNC_FORMAT } };
  // The mark first, for who sees it sends nothing again; it is refused where there is no room at all.
  const isMarked = await syncArea.write(mark).then(
    () => true,
    () => false,
  );
  await syncArea.remove(keysOfKind(kind, await syncArea.read()));
  if (!isMarked) await syncArea.write(mark);
  await forgetSyncMemory(await openFacts(), kind);
}

async function choose(kind: SyncKind, id: string, keep: VersionChoice): Promise<boolean> {
  const synced = await syncedKind(kind);
  const state = await readSyncState();
  const { isOurs } = synced.rules;
  const chosen = chooseVersion(await synced.readMemory(), id, keep, state.device, isOurs);
  if (!chosen) return false;
  await synced.apply(chosen.changes, chosen.memory);
  await writeSyncState(withKind(await readSyncState(), kind, { isDue: true }));
  return true;
}

async function syncedKind(kind: SyncKind): Promise<SyncedKind> {
  const db = await openFacts();
  if (kind === 'settings') return syncedSettings(db, inSwitchTurn);
  if (kind === 'sites') return syncedSites(db, inSwitchTurn);
  await wordsKnown();
  const ownMeta = ownPackMeta(t('clip_own'), t('clip_own_help'));
  return syncedFacts(db, { ownMeta, inTurn: inEditTurn, onChanged: factsChanged });
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function report(error: unknown): void {
  console.error('Glossator: between devices', error);
}
