/** Which records a record names, and where it is named: what holds the reader's edits together. */
import type { Claim, Speaker } from '../core/facts/pack-schema';
import type { PackRecord } from '../core/packs/import-event';
import type { FactDb } from './fact-db';
import { recordOfRow, rowKey, rowsOfPack, tableOf } from './pack-rows';

export interface Reference {
  readonly section: 'sources' | 'entities' | 'claims';
  readonly id: string;
}

export function referencesOf(named: PackRecord): Reference[] {
  switch (named.section) {
    case 'sources':
      return [];
    case 'entities':
      return named.record.summary.flatMap((sentence) =>
        'claims' in sentence ? sentence.claims.map(toClaim) : [],
      );
    case 'claims':
      return ofClaim(named.record);
    case 'relations': {
      const { from, to, claim } = named.record;
      return [toEntity(from), toEntity(to), toClaim(claim)];
    }
  }
}

function ofClaim(claim: Claim): Reference[] {
  const { entities, speaker, respondsTo, conflictsWith, evidence } = claim;
  return [
    ...entities.map(toEntity),
    ...ofSpeaker(speaker),
    ...(respondsTo === undefined ? [] : [toClaim(respondsTo)]),
    ...conflictsWith.map(toClaim),
    ...evidence.flatMap(({ source, speaker: by }): Reference[] => [
      { section: 'sources', id: source },
      ...(by ? ofSpeaker(by) : []),
    ]),
  ];
}

function ofSpeaker(speaker: Speaker): Reference[] {
  if (speaker.type === 'source') return [];
  const own = speaker.type === 'entity' ? [speaker.entity] : [];
  return [...own, ...(speaker.via === undefined ? [] : [speaker.via])].map(toEntity);
}

/** The first that is not there. */
export async function missingReference(
  store: FactDb,
  pack: string,
  references: readonly Reference[],
): Promise<Reference | null> {
  const found = await Promise.all(
    references.map(({ section, id }) =>
      tableOf(store, section)
        .where(':id')
        .equals(rowKey(pack, section, id))
        .count(),
    ),
  );
  return references.find((_reference, index) => found[index] === 0) ?? null;
}

/** The name of a record that names this one; reads the pack's claims, relations and entities. */
export async function userOf(
  store: FactDb,
  pack: string,
  { section, id }: Reference,
): Promise<string | null> {
  const tables = section === 'claims' ? SECTIONS_NAMING_CLAIMS : SECTIONS_NAMING_OTHERS;
  for (const table of tables) {
    const user = await rowsOfPack(tableOf(store, table), pack)
      .filter((row) =>
        referencesOf(recordOfRow(row)).some((one) => one.section === section && one.id === id),
      )
      .first();
    if (user) return user.key;
  }
  return null;
}

const SECTIONS_NAMING_CLAIMS = ['entities', 'claims', 'relations'] as const;
const SECTIONS_NAMING_OTHERS = ['claims', 'relations'] as const;

function toEntity(id: string): Reference {
  return { section: 'entities', id };
}

function toClaim(id: string): Reference {
  return { section: 'claims', id };
}
