import type { SyncConflict } from '../../lib/core/sync/conflicts';
import type { SyncKind } from '../../lib/core/sync/sync-kinds';
import { type KindState, parseSyncState, type SyncState } from '../../lib/core/sync/sync-state';
import type { SyncApi } from '../../lib/ui/sync/sync-api';

export function sampleSyncState(
  kinds: Partial<Record<SyncKind, Partial<KindState>>> = {},
  used = 0,
): SyncState {
  return parseSyncState({
    device: 'abcdefghij',
    kinds: { settings: {}, facts: {}, sites: {}, ...kinds },
    used,
  });
}

export function sampleSyncApi(
  state: SyncState = sampleSyncState(),
  conflicts: readonly SyncConflict[] = [],
): SyncApi {
  return {
    readState: async () => state,
    watchState: () => () => {},
    turn: async () => {},
    erase: async () => {},
    meetNow: async () => {},
    conflicts: async () => conflicts,
    choose: async () => {},
    packsUrl: '#',
  };
}

const dot = { device: 'abcdefghij', count: 7 };
const claim = { id: 'lead', kind: 'statement', text: 'Ada Holmquist is to lead Norvale Shipping.' };

export const sampleConflicts: readonly SyncConflict[] = [
  {
    kind: 'facts',
    id: 'claims/lead',
    versions: [
      {
        dot: { device: 'klmnopqrst', count: 9 },
        isOwn: false,
        value: { ...claim, when: '2024-05' },
      },
      { dot, isOwn: true, value: { ...claim, when: '2024-06', text: `${claim.text} From June.` } },
    ],
    canKeepBoth: true,
  },
  {
    kind: 'settings',
    id: 'look',
    versions: [
      { dot, isOwn: true, value: 'tint' },
      { dot: { device: 'klmnopqrst', count: 3 }, isOwn: false, value: 'faint' },
    ],
    canKeepBoth: false,
  },
  {
    kind: 'sites',
    id: 'news.example/*',
    versions: [
      { dot, isOwn: true, value: 'off' },
      { dot: { device: 'klmnopqrst', count: 3 }, isOwn: false, value: 'on' },
    ],
    canKeepBoth: false,
  },
];
