/**
 * The library's directory: one short line for every entity and claim, enough to filter, count and
 * order them without their rows. A thousand entities take about a third of a megabyte, so it is
 * made only of packs of a sensible size; larger ones are leafed through in the store itself.
 */
import { edtfBounds } from '../facts/edtf';
import { type ClaimKey, type EntityKey, packOfKey, toKey } from '../facts/keys';
import type { ClaimKind, EntityKind } from '../facts/pack-schema';
import { foldText } from '../text/characters';

export interface NativeName {
  readonly text: string;
  readonly lang: string;
}

/** What the directory reads of an entity's row; the rest of the row does not matter here. */
export interface EntityLineRow {
  readonly key: EntityKey;
  readonly entity: {
    readonly kind: EntityKind;
    readonly label: string;
    readonly nativeLabels: readonly NativeName[];
    readonly aliases: readonly { readonly text: string }[];
    readonly summary: readonly { readonly text: string }[];
  };
}

/** What it reads of a claim's row. */
export interface ClaimLineRow {
  readonly key: ClaimKey;
  readonly entities: readonly EntityKey[];
  readonly claim: {
    readonly kind: ClaimKind;
    readonly date?: { readonly date: string } | undefined;
    readonly evidence: readonly {
      readonly source: string;
      readonly start: number;
      readonly end: number;
    }[];
  };
}

export interface EntityLine {
  readonly key: EntityKey;
  readonly kind: EntityKind;
  readonly label: string;
  readonly native: NativeName | null;
  /** First sentence of the summary; empty where there is none. */
  readonly summary: string;
  /** How many claims name it. */
  readonly claims: number;
  /** Keys of the sources of those claims. */
  readonly sources: ReadonlySet<string>;
  /** Every name, folded, one a line. */
  readonly names: string;
}

export interface ClaimLine {
  readonly key: ClaimKey;
  readonly kind: ClaimKind;
  readonly entities: readonly EntityKey[];
  /** EDTF; null where the claim has no date that we can read. */
  readonly date: string | null;
  readonly quotes: readonly {
    /** Key of the source. */
    readonly source: string;
    readonly start: number;
    readonly end: number;
  }[];
}

export interface Directory {
  /** By label. */
  readonly entities: readonly EntityLine[];
  /** By key. */
  readonly claims: readonly ClaimLine[];
}

/** Puts the directory together out of rows in any order. */
export function buildDirectory(
  entityRows: Iterable<EntityLineRow>,
  claimRows: Iterable<ClaimLineRow>,
): Directory {
  const claims = [...claimRows].map(toClaimLine).sort((a, b) => compareText(a.key, b.key));
  const shares = sharesOfEntities(claims);
  const collator = new Intl.Collator('en', { numeric: true });
  const entities = [...entityRows]
    .map((row) => toEntityLine(row, shares.get(row.key)))
    .sort((a, b) => collator.compare(a.label, b.label) || compareText(a.key, b.key));
  return { entities, claims };
}

interface Share {
  claims: number;
  readonly sources: Set<string>;
}

function sharesOfEntities(claims: readonly ClaimLine[]): Map<EntityKey, Share> {
  const shares = new Map<EntityKey, Share>();
  for (const { entities, quotes } of claims) {
    for (const entity of new Set(entities)) {
      const share = shares.get(entity) ?? { claims: 0, sources: new Set() };
      share.claims++;
      for (const { source } of quotes) share.sources.add(source);
      shares.set(entity, share);
    }
  }
  return shares;
}

const NO_SOURCES: ReadonlySet<string> = new Set();

export function toEntityLine({ key, entity }: EntityLineRow, share?: Share): EntityLine {
  const names = [
    entity.label,
    ...entity.nativeLabels.map(({ text }) => text),
    ...entity.aliases.map(({ text }) => text),
  ];
  return {
    key,
    kind: entity.kind,
    label: entity.label,
    native: entity.nativeLabels[0] ?? null,
    summary: entity.summary[0]?.text ?? '',
    claims: share?.claims ?? 0,
    sources: share?.sources ?? NO_SOURCES,
    names: [...new Set(names.map(foldText))].join('\n'),
  };
}

function toClaimLine({ key, entities, claim }: ClaimLineRow): ClaimLine {
  const date = claim.date?.date;
  const pack = packOfKey(key);
  return {
    key,
    kind: claim.kind,
    entities,
    date: date !== undefined && edtfBounds(date) ? date : null,
    quotes: claim.evidence.map(({ source, start, end }) => ({
      source: toKey(pack, source),
      start,
      end,
    })),
  };
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
