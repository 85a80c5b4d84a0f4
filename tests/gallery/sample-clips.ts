import type { ClipForm } from '../../lib/core/clipping/clip-form';
import type {
  DriftReport,
  KnownFinding,
  NameTwin,
  OpenedClip,
  OwnFacts,
  Saved,
} from '../../lib/core/clipping/clip-schema';
import type { PastState } from '../../lib/core/clipping/past-states';
import type { ClipApi, EntityHit, OwnApi, PackEditApi } from '../../lib/ui/clip/clip-api';
import { never } from './acting';
import { sampleSearch } from './sample-facts';

const MAX_HITS = 30;

const SENTENCE = 'Norvale Shipping said on Tuesday that Ada Holmquist will lead the firm from May.';

export const clipForm: ClipForm = {
  excerpt: {
    exact: SENTENCE,
    prefix: 'By Ines Varga ',
    suffix: ' Nobody will be dismissed, it',
    start: 320,
    end: 320 + SENTENCE.length,
  },
  source: {
    url: 'https://ledger.example/2024/03/05/harbour-firm-names-new-head',
    title: 'Harbour firm names new head',
    publisher: 'The Daily Ledger',
    author: 'Ines Varga',
    published: '2024-03-05',
    language: 'en-GB',
    retrieved: '2024-03-06',
  },
  entities: [{ type: 'known', key: 'own/ada', label: 'Ada Holmquist', kind: 'person' }],
  kind: 'statement',
  text: 'Ada Holmquist is to lead Norvale Shipping from May.',
  date: '2024-05',
  speaker: { type: 'source' },
};

export const emptyClipForm: ClipForm = { ...clipForm, entities: [], text: '', date: '' };

export const drafted: Extract<OpenedClip, { state: 'drafted' }> = {
  state: 'drafted',
  form: emptyClipForm,
  notices: [],
  paragraph: null,
};

/** As a card offers it where nothing was selected. */
export const offered: OpenedClip = {
  ...drafted,
  form: { ...emptyClipForm, entities: clipForm.entities },
  notices: [
    { code: 'nothing-selected' },
    { code: 'canonical-elsewhere', url: 'https://wire.example/story/8812' },
  ],
  paragraph: {
    ...clipForm.excerpt,
    exact: `${SENTENCE} Nobody will be dismissed, it added.`,
    suffix: '',
  },
};

export const findings: readonly KnownFinding[] = [
  {
    finding: { type: 'same-words', key: 'own/lead' },
    text: 'Ada Holmquist is to lead Norvale Shipping.',
    pack: 'Your own facts',
  },
  {
    finding: { type: 'other-figure', key: 'port/loss', known: ['40 million'], drafted: ['55'] },
    text: 'Norvale Shipping lost 40 million euros in 2023.',
    pack: 'Northern ports',
  },
  {
    finding: { type: 'other-date', key: 'port/lead', known: '2024-06', drafted: '2024-05' },
    text: 'A new head of Norvale Shipping begins in June.',
    pack: 'Northern ports',
  },
];

export const twins: readonly NameTwin[] = [
  {
    form: 'Ant Group',
    key: 'china-tech/ant-group',
    label: 'Ant Group',
    kind: 'organisation',
    pack: 'China’s technology crackdown, 2020–2022',
    origin: 'bundled',
  },
];

export const past: readonly PastState[] = [
  { at: '2024-03-09T08:20:00.000Z', text: 'Ada Holmquist is to lead it.', exact: SENTENCE },
  { at: '2024-03-07T17:00:00.000Z', text: null, exact: null },
  { at: '2024-03-06T09:30:00.000Z', text: 'A new head was named.', exact: SENTENCE },
];

const MONEY = 'It had lost 40 million euros in the year before.';
const KEPT = 'Nobody will be dismissed, it added.';

export const ownFacts: OwnFacts = {
  claims: [
    {
      key: 'own/lead',
      text: clipForm.text,
      exact: SENTENCE,
      entities: ['Ada Holmquist', 'Norvale Shipping'],
      source: 'ledger',
    },
    {
      key: 'own/loss',
      text: 'Norvale Shipping lost 40 million euros in 2023.',
      exact: MONEY,
      entities: ['Norvale Shipping'],
      source: 'ledger',
    },
    {
      key: 'own/kept',
      text: 'Nobody loses their work.',
      exact: KEPT,
      entities: ['Norvale Shipping'],
      source: 'ledger',
    },
  ],
  sources: [
    {
      id: 'ledger',
      title: 'Harbour firm names new head',
      url: clipForm.source.url,
      published: '2024-03-05',
    },
  ],
  names: [
    {
      key: 'own/ada',
      name: {
        type: 'new',
        label: 'Ada Holmquist',
        kind: 'person',
        aliases: ['A. Holmquist', '艾达·霍姆奎斯特'],
        description: 'Head of Norvale Shipping.',
      },
    },
  ],
  deleted: [],
  canUndo: true,
  canRedo: false,
};

export const noFacts: OwnFacts = {
  claims: [],
  sources: [],
  names: [],
  deleted: [],
  canUndo: false,
  canRedo: false,
};

export const deletedFacts: OwnFacts = {
  ...noFacts,
  deleted: [
    {
      key: 'own/loss',
      section: 'claims',
      text: 'Norvale Shipping lost 40 million euros in 2023.',
      at: '2024-03-09T08:20:00.000Z',
    },
    { key: 'own/ada', section: 'entities', text: 'Ada Holmquist', at: '2024-03-09T08:25:00.000Z' },
  ],
  canUndo: true,
  canRedo: true,
};

export const drift: Extract<DriftReport, { state: 'checked' }> = {
  state: 'checked',
  items: [
    { claim: 'own/lead', exact: SENTENCE, state: { state: 'found', start: 320, end: 402 } },
    {
      claim: 'own/loss',
      exact: MONEY,
      state: {
        state: 'changed',
        start: 500,
        end: 548,
        changes: [
          { type: 'same', text: 'It had lost ' },
          { type: 'removed', text: '40' },
          { type: 'added', text: '55' },
          { type: 'same', text: ' million euros in the year before.' },
        ],
      },
    },
    { claim: 'own/kept', exact: KEPT, state: { state: 'gone' } },
  ],
};

export const refusedForm: Saved = {
  ok: false,
  problems: [
    { code: 'missing-field', place: { path: 'claim.entities' }, values: {} },
    { code: 'missing-field', place: { path: 'claim.text' }, values: {} },
    { code: 'bad-date', place: { path: 'claim.date' }, values: { value: 'last May' } },
    { code: 'bad-address', place: { path: 'source.url' }, values: { value: 'ledger' } },
  ],
};

/** What is out of the ordinary. */
export interface ClipSituation extends Partial<Omit<ClipApi, 'own' | 'pack'>> {
  readonly own?: Partial<OwnApi>;
  readonly pack?: Partial<PackEditApi>;
}

export function sampleClipApi({ own, pack, ...calls }: ClipSituation = {}): ClipApi {
  return {
    open: async () => drafted,
    discard: async () => {},
    searchNames: async (words) =>
      (await sampleSearch())(words, MAX_HITS, undefined).filter(
        (hit): hit is EntityHit => hit.kind === 'entity',
      ),
    findTwins: async (forms) => twins.filter(({ form }) => forms.includes(form)),
    findings: async () => [],
    formOf: async () => clipForm,
    save: never,
    saveName: never,
    saveForm: never,
    close: () => {},
    hrefOfName: () => '#',
    own: {
      list: async () => ownFacts,
      remove: async () => true,
      restore: async () => true,
      undo: async () => {},
      redo: async () => {},
      history: async () => past,
      check: async () => drift,
      ...own,
    },
    pack: {
      claim: async () => ({
        pack: 'Northern ports',
        isEdited: true,
        part: clipForm,
        excerpts: [{ exact: SENTENCE, source: clipForm.source.title }],
        about: 'port/ada',
      }),
      saveClaim: never,
      name: async () => ({
        pack: 'Northern ports',
        isEdited: false,
        name: {
          type: 'new',
          label: 'Norvale Shipping',
          kind: 'organisation',
          aliases: ['Norvale', 'NSL'],
          description: 'It runs the northern harbour.',
        },
      }),
      saveName: never,
      revert: async () => {},
      undo: async () => {},
      history: async () => past,
      ...pack,
    },
    ...calls,
  };
}
