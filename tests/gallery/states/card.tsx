import type { EntityCard } from '../../../lib/core/facts/card';
import type { CardGroup } from '../../../lib/core/facts/card-group';
import type { NamedEntity } from '../../../lib/ui/card-trail';
import { cards } from '../../fixtures/cards/all-cards';
import { antGroup } from '../../fixtures/cards/ant-group';
import { arabic } from '../../fixtures/cards/arabic';
import { imported, jackMa, own } from '../../fixtures/cards/jack-ma';
import { huge, longName, manyClaims } from '../../fixtures/cards/large';
import { noClaims, xuLins } from '../../fixtures/cards/name-only';
import { antOfTwo, crackdownWatch, ownAboutAnt } from '../../fixtures/cards/several-packs';
import { failing, never, press, unfoldAll, waitFor, withClipboard } from '../acting';
import { CardOnPage, type CardOnPageProps } from '../CardOnPage';
import type { GalleryState } from '../gallery-state';

type CardProps = Partial<CardOnPageProps>;

const load: CardOnPageProps['load'] = async (keys) =>
  cards.filter(({ key }) => keys.includes(key)).map((card) => [card]);

function card(
  id: string,
  title: string,
  [first, ...others]: readonly [EntityCard, ...EntityCard[]],
  props: CardProps = {},
  act?: GalleryState['act'],
): GalleryState {
  return {
    id: `card-${id}`,
    title,
    surface: 'card',
    draw: () => (
      <CardOnPage entities={[nameOf(first), ...others.map(nameOf)]} load={load} {...props} />
    ),
    ...(act ? { act } : {}),
  };
}

function nameOf({ key, entity }: EntityCard): NamedEntity {
  return { key, label: entity.label };
}

/** The card with this claim alone, so that a picture shows nothing else. */
function only(whole: EntityCard, ...ids: readonly string[]): CardProps {
  const claims = whole.claims.filter(({ id }) => ids.includes(id));
  const alone: EntityCard = {
    ...whole,
    claims,
    linkedClaims: whole.linkedClaims.filter(({ id }) =>
      claims.some(({ conflictsWith }) => conflictsWith.includes(id)),
    ),
    relations: [],
  };
  return { load: async () => [[alone]] };
}

/** So short that its picture shows the end. */
const shortOfThree: CardGroup = [
  { ...antGroup, claims: antGroup.claims.slice(0, 1), relations: antGroup.relations.slice(0, 2) },
  ownAboutAnt,
  crackdownWatch,
];

const support = { flow: 0, start: 0, end: 9, text: 'Ant Group' };

export const cardStates: readonly GalleryState[] = [
  card('at-first', 'As it opens', [antGroup], {
    atFirst: true,
    surroundings: { pageDate: '2022-05-01' },
  }),
  card('usual', 'All of it', [antGroup], { surroundings: { pageDate: '2022-05-01' } }),
  card('unfolded', 'With everything unfolded', [antGroup], {}, unfoldAll),
  card('person', 'A person, where the page tells no date', [jackMa]),
  card('no-claims', 'A name and nothing else', [noClaims]),
  card('many-claims', '300 claims', [manyClaims]),
  card('many-claims-more', '300 claims, fifty more asked for', [manyClaims], {}, (root) =>
    press(root, '.claim-group > .more'),
  ),
  card('conflict', 'Claims that contradict each other', [antGroup], {
    ...only(antGroup, 'ant-one-billion-users'),
  }),
  card('allegation', 'An allegation and its denial', [antGroup], {
    ...only(antGroup, 'ant-data-confiscated', 'ant-asserts-independence'),
  }),
  card('notes', 'Mistranslated and garbled words', [antGroup], {
    ...only(antGroup, 'ant-ipo-demolished', 'transfar-7-percent'),
  }),
  card('sought', 'A claim that was searched for', [antGroup], { soughtClaim: 'ant-35-percent' }),
  card('before-and-after', 'Known when the page was written, and later', [antGroup], {
    surroundings: { pageDate: '2021-01-15' },
  }),
  card('no-date', 'Of a page whose date is not known', [antGroup], {
    atFirst: true,
    surroundings: { pageDate: null },
  }),
  card('nearby', 'Connections to others in the paragraph', [antGroup], {
    atFirst: true,
    surroundings: {
      pageDate: '2021-09-10',
      nearby: [['china-tech/jack-ma'], ['china-tech/alibaba'], ['china-tech/didi']],
    },
  }),
  card(
    'provenance',
    'Where words stand in their source',
    [jackMa],
    contextAround(),
    async (root) => {
      await press(root, '.provenance summary');
      await waitFor(root, '.context .gap');
    },
  ),
  card('imported', 'From somebody else’s pack', [imported], {}, unfoldAll),
  card('own', 'Clipped by the reader', [own], {}, unfoldAll),
  card('two-packs', 'A name with the reader’s own facts, as it opens', [antGroup], {
    atFirst: true,
    load: async () => [antOfTwo],
  }),
  card(
    'three-packs',
    'Three packs, one of which names it otherwise',
    [antGroup, crackdownWatch],
    { load: async () => [shortOfThree], surroundings: { pageDate: '2022-05-01' } },
    (root) => press(root, '.sources:last-of-type summary'),
  ),
  card('chooser-packs', 'A choice between things of two packs', [antGroup, imported], {
    text: 'Ant',
    load: async () => [antOfTwo, [imported]],
  }),
  card('arabic', 'From right to left', [arabic], {}, unfoldAll),
  card('long-name', 'A name of 122 characters', [longName], { atFirst: true }),
  card('huge', 'Everything too long and too many', [huge]),
  card('remark', 'Words that were taken for somebody', [antGroup], {
    atFirst: true,
    text: 'Ant',
    why: { rule: 'after-full-name', support },
  }),
  card('loading', 'On its way', [antGroup], { load: never }),
  card('failed', 'Could not be fetched', [antGroup], { load: failing }),
  card('missing', 'Not known any more', [antGroup], { load: async () => [] }),
  card('chooser', 'One name, two people', [...xuLins], { text: 'Xu Lin' }),
  card('chosen', 'One of two people', [...xuLins], { text: 'Xu Lin' }, async (root) => {
    await press(root, '.option:has(.option-summary)');
  }),
  card('nested', 'Looked up inside another card', [antGroup], { atFirst: true }, async (root) => {
    await press(root, '.connections .link');
    await waitFor(root, '.back');
    await waitFor(root, '.claim');
  }),
  card('pinned', 'Pinned', [jackMa], { atFirst: true, pinned: true }),
  card('not-this-one', '“Not this one”: where?', [jackMa], { atFirst: true }, (root) =>
    press(root, '.mark-line .quiet'),
  ),
  card('muted', '“Not this one” and its undo', [jackMa], { atFirst: true }, mute),
  card(
    'mute-failed',
    '“Not this one” could not be stored',
    [jackMa],
    {
      atFirst: true,
      mute: failing,
    },
    mute,
  ),
  card('citing', 'What can be taken along', [jackMa], only(jackMa, 'ma-pawnshop'), (root) =>
    press(root, '.claim-line .quiet'),
  ),
  card('cited', 'A citation was copied', [jackMa], only(jackMa, 'ma-pawnshop'), async (root) => {
    withClipboard(true);
    await cite(root);
  }),
  card(
    'cited-by-hand',
    'A citation to copy by hand',
    [jackMa],
    only(jackMa, 'ma-pawnshop'),
    async (root) => {
      withClipboard(false);
      await cite(root);
    },
  ),
];

function contextAround(): CardProps {
  return {
    ...only(jackMa, 'ma-pawnshop'),
    surroundings: {
      pageDate: null,
      loadContext: async () => [
        {
          type: 'text',
          text: 'On October 24 last year, he spoke at the Bund Summit in Shanghai: ',
        },
        {
          type: 'excerpt',
          text: '“The state-owned bank of China has not escaped from the pawnshop business practices.”',
        },
        { type: 'gap' },
        { type: 'text', text: 'The words reached the ears of the leadership.' },
      ],
    },
  };
}

async function mute(root: HTMLElement): Promise<void> {
  await press(root, '.mark-line .quiet');
  await press(root, '.mark-scope');
}

async function cite(root: HTMLElement): Promise<void> {
  await press(root, '.claim-line .quiet');
  await press(root, '.claim-tool');
}
