import type { NewName } from '../../../lib/core/clipping/clip-form';
import { ClipPage } from '../../../lib/ui/clip/ClipPage';
import { drawn, failing, press, waitFor } from '../acting';
import type { GalleryState } from '../gallery-state';
import {
  type ClipSituation,
  clipForm,
  deletedFacts,
  drafted,
  findings,
  noFacts,
  offered,
  refusedForm,
  sampleClipApi,
} from '../sample-clips';

function clip(
  id: string,
  title: string,
  hash: string,
  situation: ClipSituation,
  act: GalleryState['act'],
): GalleryState {
  return {
    id: `clip-${id}`,
    title,
    surface: 'clip',
    hash,
    draw: () => <ClipPage api={sampleClipApi(situation)} />,
    ...(act && { act }),
  };
}

const NEW = '#0123-4567';
const until = (selector: string) => async (root: HTMLElement) => {
  await waitFor(root, selector);
};

async function unfold(root: HTMLElement): Promise<void> {
  for (const fold of root.querySelectorAll('details')) fold.open = true;
  await waitFor(root, '.history li');
}

const newName: NewName = {
  type: 'new',
  label: 'Ant Group',
  kind: 'organisation',
  aliases: ['Ant Fin'],
  description: '',
};
const longWords = 'Norvale Shipping said on Tuesday that nobody would be dismissed. '
  .repeat(5)
  .trim();

export const clipStates: readonly GalleryState[] = [
  clip('new', 'A new claim', NEW, {}, until('.clip-form')),
  clip(
    'offered',
    'From a card, where nothing was selected',
    NEW,
    { open: async () => offered },
    until('.clip-notices'),
  ),
  clip(
    'known',
    'Duplicates and conflicts',
    NEW,
    { open: async () => ({ ...drafted, form: clipForm }), findings: async () => findings },
    until('.clip-findings li'),
  ),
  clip(
    'twin',
    'A new name that is known already',
    NEW,
    { open: async () => ({ ...drafted, form: { ...clipForm, entities: [newName] } }) },
    async (root) => {
      await waitFor(root, '.name-twins button');
      await press(root, '.primary');
      await waitFor(root, '.clip-foot .problem');
    },
  ),
  clip(
    'errors',
    'What is wrong with the form',
    NEW,
    { save: async () => refusedForm },
    async (root) => {
      await waitFor(root, '.clip-form');
      await press(root, '.primary');
      await waitFor(root, '[aria-invalid="true"]');
    },
  ),
  clip('save-failed', 'It could not be saved', NEW, { save: failing }, async (root) => {
    await waitFor(root, '.clip-form');
    await press(root, '.primary');
    await waitFor(root, '.clip-foot .problem');
  }),
  clip(
    'too-long',
    'A selection that is too long',
    NEW,
    {
      open: async () => ({
        ...drafted,
        form: {
          ...clipForm,
          excerpt: { ...clipForm.excerpt, exact: longWords, end: 320 + longWords.length },
        },
      }),
    },
    until('.clip-excerpt textarea'),
  ),
  clip('only-name', 'A name alone', NEW, {}, async (root) => {
    await press(root, '.clip-switch button');
    await waitFor(root, '.new-name');
  }),
  clip('known-name', 'Another form of a known name', NEW, {}, async (root) => {
    await press(root, '.clip-switch button');
    await press(root, '.clip-switch button');
    await press(root, '.primary');
    await waitFor(root, '[aria-invalid="true"]');
  }),
  clip(
    'private',
    'From a private window',
    NEW,
    { open: async () => ({ state: 'ask' }) },
    until('.clip-message'),
  ),
  clip(
    'nothing',
    'Nothing was selected',
    NEW,
    { open: async () => ({ state: 'nothing' }) },
    until('.clip-message'),
  ),
  clip(
    'unreadable',
    'The page cannot be read',
    NEW,
    { open: async () => ({ state: 'unreadable' }) },
    until('.clip-message'),
  ),
  clip(
    'saved',
    'Saved',
    NEW,
    { save: async () => ({ ok: true, key: 'own/lead' }) },
    async (root) => {
      await waitFor(root, '.clip-form');
      await press(root, '.primary');
      await waitFor(root, '.clip-message');
    },
  ),
  clip('own', 'Own facts', '#/own', {}, until('.own-source')),
  clip(
    'own-empty',
    'No own facts',
    '#/own',
    { own: { list: async () => noFacts } },
    until('.own-empty'),
  ),
  clip(
    'own-deleted',
    'Deleted facts',
    '#/own',
    { own: { list: async () => deletedFacts } },
    until('#own-deleted'),
  ),
  clip(
    'own-failed',
    'Own facts cannot be read',
    '#/own',
    { own: { list: failing } },
    async (root) => {
      await drawn();
      await waitFor(root, '.problem');
    },
  ),
  clip('drift', 'A source that is open again', '#/own', {}, async (root) => {
    await press(root, '.own-check button');
    await waitFor(root, '.drift');
  }),
  clip(
    'edit',
    'An own claim being edited, with its history',
    '#/claim/own/lead',
    {},
    async (root) => {
      await waitFor(root, '.clip-form');
      await unfold(root);
    },
  ),
  clip('edit-pack', 'A claim of an imported pack', '#/claim/port/lead', {}, async (root) => {
    await waitFor(root, '.clip-form');
    await unfold(root);
  }),
  clip('edit-pack-name', 'A name of an imported pack', '#/name/port/firm', {}, until('.new-name')),
  clip(
    'edit-pack-saved',
    'A change of an imported pack is saved',
    '#/claim/port/lead',
    { pack: { saveClaim: async () => ({ ok: true, key: 'port/lead', change: 4 }) } },
    async (root) => {
      await waitFor(root, '.clip-form');
      await press(root, '.primary');
      await waitFor(root, '.clip-message');
    },
  ),
  clip(
    'edit-pack-unchanged',
    'A claim of an imported pack is saved as it was',
    '#/claim/port/lead',
    { pack: { saveClaim: async () => ({ ok: true, key: 'port/lead' }) } },
    async (root) => {
      await waitFor(root, '.clip-form');
      await press(root, '.primary');
      await waitFor(root, '.clip-message');
    },
  ),
];
