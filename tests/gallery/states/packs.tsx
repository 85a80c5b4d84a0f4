import { PacksPage } from '../../../lib/ui/packs/PacksPage';
import type { PacksApi } from '../../../lib/ui/packs/packs-api';
import { drawn, failing, never, press, waitFor } from '../acting';
import type { GalleryState } from '../gallery-state';
import { sampleDeleted, samplePacks, samplePacksApi, sampleStaged } from '../sample-packs';

type Act = (root: HTMLElement) => Promise<void>;

function packs(
  id: string,
  title: string,
  calls: Partial<PacksApi> = {},
  act: Act = async () => {},
): GalleryState {
  return {
    id: `packs-${id}`,
    title,
    surface: 'packs',
    draw: () => <PacksPage api={samplePacksApi(calls)} />,
    async act(root) {
      await waitFor(root, calls.listPacks === failing ? '.problem' : '[data-pack]');
      await act(root);
      // A click at a heading would show whether it was made by keyboard.
      (document.activeElement as HTMLElement | null)?.blur();
      scrollTo(0, 0);
    },
  };
}

/** Chooses a file in the browser's dialogue and waits for what becomes of it. */
function choose(name: string, content: string, until: string): Act {
  return async (root) => {
    const input = await waitFor(root, '.adding input[type="file"]');
    if (!(input instanceof HTMLInputElement)) throw new Error('that is no field for files');
    const files = new DataTransfer();
    files.items.add(new File([content], name));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(root, until);
    await drawn();
  };
}

const PACK = '{"id":"newsroom","version":"2.4.0"}';
const TABLE = [
  'Name;Also called;Since;Remark',
  'Mira Holt;M. Holt|Holt, Mira;2019;Director of the harbour trust, before that of the ferry',
  'Oskar Brandel;;2004;Pilot',
  '沿海货运公司;Coastal Freight|Yánhǎi;1987;A carrier',
].join('\n');
const BACKUP = '{"format":"glossator-backup","version":1}';

const choosePack = choose('harbour-desk.json', PACK, '.verdicts');

const unfold =
  (pack: string): Act =>
  (root) =>
    press(root, `[data-pack="${pack}"] summary`);

async function askToDelete(root: HTMLElement): Promise<void> {
  await unfold('sanctions')(root);
  await press(root, '[data-pack="sanctions"] .pack-details > .text-button');
}

export const packStates: readonly GalleryState[] = [
  packs('usual', 'Several packs'),
  packs('first-day', 'The bundled pack alone', {
    listPacks: async () => ({ packs: samplePacks.slice(1, 2), deleted: [] }),
    backupState: async () => ({ ownFacts: 0, lastBackup: null, isDue: false }),
  }),
  packs('unfolded', 'What can be done with a pack', {}, unfold('newsroom')),
  packs('failed', 'The packs cannot be read', { listPacks: failing, backupState: failing }),
  packs('columns', 'Choosing what columns hold', {}, choose('people.csv', TABLE, '.mapping')),
  packs(
    'reading',
    'Reading a large file',
    {
      readImport: (_file, _choices, onProgress) => {
        onProgress({
          isOrdering: false,
          ...{ records: 412_300, refused: 17, share: 0.41, secondsLeft: 96 },
        });
        return never();
      },
    },
    choose('targets.json', PACK, '.progress'),
  ),
  packs('update', 'An update with new, changed, conflicting and refused entries', {}, choosePack),
  packs('update-unfolded', 'The same, all unfolded', {}, async (root) => {
    await choosePack(root);
    for (const fold of root.querySelectorAll<HTMLDetailsElement>('.verdict-items')) {
      fold.open = true;
    }
    await drawn();
  }),
  packs(
    'known-names',
    'A new pack, of which other packs know some names',
    {
      readImport: async () => ({
        state: 'staged',
        staged: sampleStaged({
          isUpdate: false,
          counts: { new: 210, changed: 0, conflicting: 0, gone: 0, same: 0, refused: 0 },
          refusals: [],
          twins: async () => ({
            count: 17,
            isComplete: false,
            first: [
              { label: 'Ant Group', pack: { title: samplePacks[1]?.title ?? '', colour: null } },
              { label: '马云', pack: { title: samplePacks[1]?.title ?? '', colour: null } },
              {
                label: 'Mira Holt',
                pack: { title: samplePacks[0]?.title ?? '', colour: 'purple' },
              },
            ],
          }),
        }),
      }),
    },
    choosePack,
  ),
  packs(
    'nothing-new',
    'An update that changes nothing',
    {
      readImport: async () => ({
        state: 'staged',
        staged: sampleStaged({
          counts: { new: 0, changed: 0, conflicting: 0, gone: 0, same: 7173, refused: 0 },
        }),
      }),
    },
    choosePack,
  ),
  packs(
    'refused',
    'A file that cannot be read',
    {
      readImport: async () => ({
        state: 'failed',
        reason: { code: 'json-syntax', place: { line: 12, path: 'entities[3]' }, values: {} },
        detail: '',
      }),
    },
    choose('broken.json', PACK, '.failure'),
  ),
  packs(
    'no-room',
    'No room is left for the pack',
    {
      listPacks: async () => ({ packs: samplePacks.slice(0, 3), deleted: sampleDeleted }),
      readImport: async () => ({
        state: 'failed',
        reason: 'storage-full',
        detail: 'QuotaExceededError: the quota has been exceeded',
      }),
    },
    choose('targets.json', PACK, '.failure'),
  ),
  packs('installed', 'A pack was installed', {}, async (root) => {
    await choosePack(root);
    await press(root, '.review .primary');
    await waitFor(root, '.outcome .granted');
  }),
  packs('delete', 'Before a pack is deleted', {}, askToDelete),
  packs(
    'deleted',
    'A pack was deleted and can be had back',
    {
      listPacks: async () => ({ packs: samplePacks.slice(0, 3), deleted: sampleDeleted }),
      deletePack: async () => sampleDeleted[0]?.store ?? null,
    },
    async (root) => {
      await unfold('newsroom')(root);
      await press(root, '[data-pack="newsroom"] .pack-details > .text-button');
      await press(root, '[data-pack="newsroom"] .question .button');
      await waitFor(root, '.granted:not(:empty)');
      await unfold('newsroom')(root);
    },
  ),
  packs(
    'deleted-taken',
    'A deleted pack whose place is taken',
    {
      listPacks: async () => ({ packs: samplePacks, deleted: sampleDeleted }),
      returnPack: async () => 'id-taken',
    },
    async (root) => {
      await press(root, '[data-deleted="sanctions"] .button');
      await waitFor(root, '[aria-labelledby="list-title"] .problem:not(:empty)');
    },
  ),
  packs('backup-due', 'A backup is due', {
    backupState: async () => ({ ownFacts: 43, lastBackup: null, isDue: true }),
  }),
  packs(
    'restore',
    'Before a backup is restored',
    {},
    choose('backup.json', BACKUP, '.adding .primary'),
  ),
  packs('nearly-full', 'The room is nearly used up', {
    storageUse: async () => ({ used: 1_930_000_000, quota: 2_000_000_000, isPersistent: true }),
  }),
];
