/** Words by which lists name the kinds of their entries. */
import { ENTITY_KINDS, type EntityKind } from '../facts/pack-schema';

const WORDS: Readonly<Record<EntityKind, string>> = {
  person: 'person people human individual politician name',
  organisation:
    'organisation organization org company corporation firm business ngo party group legalentity entity association bank',
  'public-body': 'publicbody authority agency ministry government court regulator',
  product:
    'product brand service software app device vessel ship airplane aircraft vehicle security asset',
  law: 'law act statute regulation directive treaty bill',
  event: 'event incident conference war election',
  concept: 'concept term topic abbreviation acronym definition word idea position',
  place: 'place location country city region state address gpe loc',
  outlet: 'outlet newspaper magazine media broadcaster publisher website',
};

const KIND_OF_WORD = new Map(
  ENTITY_KINDS.flatMap((kind) => WORDS[kind].split(' ').map((word) => [word, kind] as const)),
);

/** Undefined where the word names no kind that we know. */
export function kindOfWord(word: string): EntityKind | undefined {
  return KIND_OF_WORD.get(word.toLowerCase().replace(/[^a-z]/g, ''));
}
