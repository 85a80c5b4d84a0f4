import type { Mute } from '../../../lib/core/recognition/mutes';
import type { Settings } from '../../../lib/core/settings/settings';
import { SettingsPage } from '../../../lib/ui/settings/SettingsPage';
import type { SettingsApi } from '../../../lib/ui/settings/settings-api';
import { SyncSection } from '../../../lib/ui/sync/SyncSection';
import type { SyncApi } from '../../../lib/ui/sync/sync-api';
import { WelcomePage } from '../../../lib/ui/welcome/WelcomePage';
import type { WelcomeApi } from '../../../lib/ui/welcome/welcome-api';
import { failing, waitFor } from '../acting';
import type { GalleryState } from '../gallery-state';
import { sampleSettingsApi, sampleWelcomeApi } from '../sample-pages';
import { sampleConflicts, sampleSyncApi, sampleSyncState } from '../sample-sync';

function settings(
  id: string,
  title: string,
  chosen: Partial<Settings> = {},
  calls: Partial<SettingsApi> = {},
): GalleryState {
  return {
    id: `settings-${id}`,
    title,
    surface: 'options',
    draw: () => <SettingsPage api={sampleSettingsApi(chosen, calls)} />,
    act: (root) => waitFor(root, 'section').then(() => {}),
  };
}

function welcome(id: string, title: string, calls: Partial<WelcomeApi> = {}): GalleryState {
  return {
    id: `welcome-${id}`,
    title,
    surface: 'welcome',
    draw: () => <WelcomePage api={sampleWelcomeApi(calls)} />,
    act: (root) => waitFor(root, 'section').then(() => {}),
  };
}

function sync(
  id: string,
  title: string,
  api: SyncApi,
  act: (root: HTMLElement) => Promise<void> = async () => {},
): GalleryState {
  return {
    id: `sync-${id}`,
    title,
    surface: 'options',
    draw: () => (
      <main>
        <h1 class="spoken">Settings</h1>
        <SyncSection api={api} />
      </main>
    ),
    act: (root) => waitFor(root, '.sync-kind').then(() => act(root)),
  };
}

function pressIn(kind: string) {
  return async (root: HTMLElement) => {
    root.querySelector<HTMLElement>(`[data-kind="${kind}"] button`)?.click();
    await waitFor(root, '.sync-question');
  };
}

const sentAt = '2026-01-01T09:30:00.000Z';
const on = { isOn: true, sentAt };

const at = '2026-01-01T00:00:00.000Z';
const mutes: readonly Mute[] = [
  { entity: 'china-tech/ant-group', alias: 'ant', scope: { type: 'everywhere' }, at },
  {
    entity: 'china-tech/ant-group',
    alias: 'ant',
    scope: { type: 'page', page: `https://example.com/${'long-path/'.repeat(12)}` },
    at,
  },
];

const sites = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [
    `${index % 2 === 0 ? 'a-very-long-subdomain.' : ''}news-${index}.example/*`,
    index % 3 === 0 ? ('off' as const) : ('on' as const),
  ]),
);

export const pageStates: readonly GalleryState[] = [
  settings('usual', 'On the first day'),
  settings(
    'used',
    'After years of use',
    { look: 'tint', density: 'section', hoverKey: 'alt', scripts: ['latin'] },
    { readSwitches: async () => ({ default: 'off', sites }), readMutes: async () => mutes },
  ),
  settings(
    'failed',
    'Nothing can be read',
    {},
    {
      readSettings: failing,
      readSwitches: failing,
      readMutes: failing,
      readCommands: failing,
      countRecent: failing,
      getPacks: failing,
      getFactBase: failing,
    },
  ),
  sync('off', 'Nothing is sent to other devices', sampleSyncApi()),
  sync(
    'consent',
    'The question before the list of sites is sent',
    sampleSyncApi(),
    pressIn('sites'),
  ),
  sync(
    'turning-off',
    'The question before it is turned off',
    sampleSyncApi(sampleSyncState({ settings: on }, 2100)),
    pressIn('settings'),
  ),
  sync(
    'left-there',
    'Off, and what was sent still lies there',
    sampleSyncApi(
      sampleSyncState({
        settings: { ...on, isOn: false },
        sites: { isOn: false, trouble: { code: 'not-erased', detail: 'MAX_WRITE_OPERATIONS' } },
      }),
    ),
  ),
  sync(
    'trouble',
    'Too large, damaged, refused',
    sampleSyncApi(
      sampleSyncState(
        {
          settings: {
            ...on,
            trouble: { code: 'not-sent', detail: 'MAX_WRITE_OPERATIONS_PER_MINUTE' },
          },
          facts: { ...on, trouble: { code: 'too-large', size: 131_000, room: 98_200 }, waiting: 3 },
          sites: { isOn: false, trouble: { code: 'erased' } },
        },
        4200,
      ),
    ),
  ),
  sync(
    'conflicts',
    'Changed on two devices',
    sampleSyncApi(sampleSyncState({ settings: on, facts: on, sites: on }, 61_000), sampleConflicts),
    (root) => waitFor(root, '.sync-conflict').then(() => {}),
  ),
  welcome('usual', 'After the installation'),
  welcome('no-access', 'Before sites may be read', { hasAccess: async () => false }),
  welcome('unprepared', 'Before the names are ready', {
    annotate: (_element, onMarked) => {
      onMarked(0);
      return () => {};
    },
  }),
];
