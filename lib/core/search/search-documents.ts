import { type ClaimKey, type EntityKey, packOfKey, toKey } from '../facts/keys';
import type { Claim, ClaimKind, Entity, EntityKind } from '../facts/pack-schema';

/** An entity or a claim as search sees it. */
export type SearchDocument = EntityDocument | ClaimDocument;

export interface EntityDocument {
  readonly kind: 'entity';
  readonly key: EntityKey;
  readonly entityKind: EntityKind;
  readonly label: string;
  readonly native: string | null;
  /** Every name it goes by; the label first, then native names, then aliases. */
  readonly names: readonly string[];
  readonly summary: readonly string[];
  /** How many claims name it. */
  readonly claims: number;
  /** Keys of the sources of those claims, and their dates as EDTF. */
  readonly sources: readonly string[];
  readonly dates: readonly string[];
}

export interface ClaimDocument {
  readonly kind: 'claim';
  readonly key: ClaimKey;
  /** Its main entity. */
  readonly entity: EntityKey;
  readonly entityLabel: string;
  readonly claimKind: ClaimKind;
  readonly text: string;
  /** Labels of all its entities. */
  readonly names: readonly string[];
  readonly excerpts: readonly string[];
  /** Keys of its sources; its date as EDTF, where it has one. */
  readonly sources: readonly string[];
  readonly dates: readonly string[];
}

export interface SearchRows {
  readonly entities: readonly { readonly key: EntityKey; readonly entity: Entity }[];
  readonly claims: readonly { readonly key: ClaimKey; readonly claim: Claim }[];
}

/** Claims whose main entity is unknown are left out: no card could show them. */
export function toSearchDocuments({ entities, claims }: SearchRows): SearchDocument[] {
  const labels = new Map(entities.map(({ key, entity }) => [key, entity.label]));
  const shares = sharesOf(claims);
  return [
    ...entities.map(({ key, entity }) => entityDocument(key, entity, shares.get(key))),
    ...claims.flatMap(({ key, claim }) => claimDocument(key, claim, labels) ?? []),
  ];
}

/** What an entity's claims come to. */
interface Share {
  claims: number;
  readonly sources: Set<string>;
  readonly dates: Set<string>;
}

function sharesOf(claims: SearchRows['claims']): Map<EntityKey, Share> {
  const shares = new Map<EntityKey, Share>();
  for (const { key, claim } of claims) {
    for (const entity of entityKeys(key, claim)) {
      const share = shares.get(entity) ?? { claims: 0, sources: new Set(), dates: new Set() };
      share.claims++;
      for (const source of sourceKeys(key, claim)) share.sources.add(source);
      if (claim.date) share.dates.add(claim.date.date);
      shares.set(entity, share);
    }
  }
  return shares;
}

function entityDocument(key: EntityKey, entity: Entity, share?: Share): EntityDocument {
  const native = entity.nativeLabels.map((label) => label.text);
  const aliases = entity.aliases.map((alias) => alias.text);
  return {
    kind: 'entity',
    key,
    entityKind: entity.kind,
    label: entity.label,
    native: native[0] ?? null,
    names: [...new Set([entity.label, ...native, ...aliases])],
    summary: entity.summary.map((sentence) => sentence.text),
    claims: share?.claims ?? 0,
    sources: [...(share?.sources ?? [])],
    dates: [...(share?.dates ?? [])],
  };
}

function claimDocument(
  key: ClaimKey,
  claim: Claim,
  labels: ReadonlyMap<EntityKey, string>,
): ClaimDocument | null {
  const entities = entityKeys(key, claim);
  const [main] = entities;
  const entityLabel = main === undefined ? undefined : labels.get(main);
  if (main === undefined || entityLabel === undefined) return null;
  return {
    kind: 'claim',
    key,
    entity: main,
    entityLabel,
    claimKind: claim.kind,
    text: claim.text,
    names: entities.flatMap((entity) => labels.get(entity) ?? []),
    excerpts: claim.evidence.map((evidence) => evidence.exact),
    sources: sourceKeys(key, claim),
    dates: claim.date ? [claim.date.date] : [],
  };
}

function entityKeys(key: ClaimKey, claim: Claim): EntityKey[] {
  return claim.entities.map((id) => toKey(packOfKey(key), id));
}

function sourceKeys(key: ClaimKey, claim: Claim): string[] {
  return [...new Set(claim.evidence.map(({ source }) => toKey(packOfKey(key), source)))];
}
