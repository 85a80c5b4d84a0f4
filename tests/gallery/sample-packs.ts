/** The page of packs without an extension: files are read at once, as far as `parts` does not say otherwise. */
import type { RestorePlan } from '../../lib/core/backup/restore-plan';
import type {
  DeletedPack,
  Pack,
  PacksApi,
  Reviewed,
  ReviewItem,
  StagedImport,
} from '../../lib/ui/packs/packs-api';

const bundled: Pack = {
  id: 'china-tech',
  version: '1.0.0',
  title: 'China’s technology crackdown, 2020–2022',
  license: 'CC-BY-4.0',
  description: 'Who is said to have done what in the campaign against China’s technology firms.',
  origin: 'bundled',
  entities: 183,
  claims: 432,
  sources: 5,
  importedAt: null,
  isEnabled: true,
  isPainted: true,
  colour: null,
};

export const samplePacks: readonly Pack[] = [
  {
    ...bundled,
    id: 'own',
    title: 'My own facts',
    description: 'What you have clipped and written yourself.',
    license: 'not published',
    origin: 'own',
    entities: 12,
    claims: 31,
    sources: 9,
    isPainted: false,
    colour: 'purple',
  },
  bundled,
  {
    ...bundled,
    id: 'newsroom',
    version: '2.3.0',
    title: 'Harbour reporting desk: people, firms and ships',
    description: 'The desk’s shared names, with what was said of them and where.',
    license: 'CC-BY-SA-4.0',
    origin: 'imported',
    entities: 1840,
    claims: 5121,
    sources: 212,
    importedAt: '2024-04-28T09:30:00.000Z',
    isPainted: false,
    colour: 'teal',
  },
  {
    ...bundled,
    id: 'sanctions',
    version: '20240501',
    title: 'OpenSanctions: consolidated list of sanctioned entities',
    description: 'Names on public lists of sanctions. It says nothing of why.',
    license: 'CC-BY-NC-4.0',
    origin: 'imported',
    entities: 1_040_212,
    claims: 0,
    sources: 0,
    importedAt: '2024-05-02T17:05:00.000Z',
    isEnabled: false,
    isPainted: false,
    colour: 'orange',
  },
];

export const sampleDeleted: readonly DeletedPack[] = [
  {
    store: 'pack sanctions 1',
    id: 'sanctions',
    title: 'OpenSanctions: consolidated list of sanctioned entities',
    entities: 1_040_212,
    keptUntil: '2024-05-04T12:05:00.000Z',
    bytes: 612_000_000,
  },
  {
    store: 'pack towns 1',
    id: 'towns',
    title: 'Towns on the river',
    entities: 1,
    keptUntil: '2024-05-04T08:40:00.000Z',
    bytes: 4200,
  },
];

const nothing = {
  ...{ label: null, fields: [], conflicts: [], changes: [] },
  ...{ problem: null, isConsequence: false },
};

const items: Readonly<Partial<Record<Reviewed, readonly ReviewItem[]>>> = {
  conflicting: [
    {
      ...{ ...nothing, section: 'entities', id: 'vellmoor-harbour-trust', label: 'My harbour' },
      place: { line: 14 },
      conflicts: [
        {
          path: 'label',
          base: 'Vellmoor Harbour Trust',
          mine: 'My harbour',
          theirs: 'Harbour Trust of Vellmoor',
        },
        {
          path: 'summary[0].text',
          base: 'It runs the port.',
          mine: 'It runs the port, and the ferry since 2019.',
          theirs: 'A public body that runs the port and owns the quays, the cranes and the ferry.',
        },
      ],
    },
    {
      ...{
        ...nothing,
        section: 'claims',
        id: 'oskar-left',
        label: 'Oskar Brandel left the trust.',
      },
      place: {},
      conflicts: [
        {
          path: '',
          base: { id: 'oskar-left', kind: 'event', text: 'Oskar Brandel left the trust.' },
          mine: { id: 'oskar-left', kind: 'event', text: 'Oskar Brandel was dismissed.' },
        },
      ],
    },
  ],
  changed: [
    {
      ...{ ...nothing, section: 'entities', id: 'oskar-brandel', label: 'Oskar Brandel' },
      place: { line: 31 },
      fields: ['summary', 'aliases'],
      changes: [
        {
          field: 'summary',
          before: [{ text: 'Head of the Vellmoor Harbour Trust.', claims: ['oskar-heads'] }],
          after: [{ text: 'Head of the trust since June.', claims: ['oskar-heads'] }],
          isEdited: false,
        },
        {
          field: 'aliases',
          before: [{ text: 'Brandel', lang: 'en', strength: 'weak' }],
          after: [
            { text: 'Brandel', lang: 'en', strength: 'weak' },
            { text: 'O. Brandel', lang: 'en', strength: 'strong' },
          ],
          isEdited: true,
        },
      ],
    },
  ],
  gone: [{ ...nothing, section: 'relations', id: 'a-b', label: null, place: {} }],
  new: [
    { ...nothing, section: 'entities', id: 'mira-holt', label: 'Mira Holt', place: { line: 52 } },
    {
      ...{ ...nothing, section: 'claims', id: 'mira-signed', place: { line: 70 } },
      label: 'Mira Holt signed the lease of the eastern quay on 3 May.',
    },
  ],
};

const refusedItems: readonly ReviewItem[] = [
  {
    ...{ ...nothing, section: null, id: null, place: { line: 88, path: 'entities[7].summary[0]' } },
    problem: { code: 'markup', place: { line: 88, path: 'entities[7].summary[0]' }, values: {} },
  },
  {
    ...{ ...nothing, section: null, id: null, place: { line: 90, path: 'claims[3].date' } },
    problem: {
      code: 'bad-date',
      place: { line: 90, path: 'claims[3].date' },
      values: { value: '31 April' },
    },
  },
];

export function sampleStaged(parts: Partial<StagedImport> = {}): StagedImport {
  return {
    title: 'Harbour reporting desk: people, firms and ships',
    version: '2.4.0',
    format: 'pack',
    isUpdate: true,
    counts: { new: 2, changed: 1, conflicting: 2, gone: 1, same: 7168, refused: 2 },
    refusals: [
      { code: 'markup', count: 1 },
      { code: 'bad-date', count: 1 },
    ],
    compared: async (verdict) => ({ items: items[verdict] ?? [], hasMore: false }),
    refused: async (code) => ({
      items: refusedItems.filter(({ problem }) => problem?.code === code),
      hasMore: false,
    }),
    twins: async () => ({ count: 0, isComplete: true, first: [] }),
    install: async () => ({ ok: true }),
    discard: async () => {},
    ...parts,
  };
}

export const samplePlan: RestorePlan = {
  own: { new: 4, same: 20, changed: 2, gone: 1 },
  changesSettings: true,
  changesSwitches: true,
  changesMutes: false,
  missingPacks: ['Towns on the river'],
  edits: 3,
  editsLeftOut: 1,
};

export function samplePacksApi(parts: Partial<PacksApi> = {}): PacksApi {
  return {
    listPacks: async () => ({ packs: samplePacks, deleted: [] }),
    choosePack: async () => {},
    orderPacks: async () => {},
    deletePack: async () => null,
    returnPack: async () => 'returned',
    giveUpPack: async () => {},
    readImport: async () => ({ state: 'staged', staged: sampleStaged() }),
    exportPack: async () => ({ name: 'pack.json', content: new Blob() }),
    findNames: async () => [],
    backupState: async () => ({
      ownFacts: 43,
      lastBackup: '2024-04-30T08:00:00.000Z',
      isDue: false,
    }),
    makeBackup: () => Promise.reject(new Error('not here')),
    postponeBackup: async () => {},
    planRestore: async () => ({ ok: true, madeAt: '2024-04-30T08:00:00.000Z', plan: samplePlan }),
    restoreBackup: async () => ({ ok: true }),
    storageUse: async () => ({ used: 734_000_000, quota: 12_000_000_000, isPersistent: false }),
    askToPersist: async () => true,
    readableTabs: async () => [],
    readTab: async () => ({ ok: false, reason: 'unreadable' }),
    openedForTab: null,
    libraryUrl: '#',
    settingsUrl: '#',
    ...parts,
  };
}
