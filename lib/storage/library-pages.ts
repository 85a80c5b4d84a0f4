/** The library's answers: pages of its lists, put together from the directory and a few rows. */
import { packOfKey, type SourceKey } from '../core/facts/keys';
import { mergeSpans } from '../core/library/coverage';
import type { ClaimLine, EntityLine } from '../core/library/directory';
import { type Count, type EntityFilter, filterEntities } from '../core/library/facets';
import { type ClaimFilter, filterClaims } from '../core/library/filter-claims';
import type {
  EntityItem,
  EntityPage,
  LargePack,
  NamedCount,
  PackCount,
  SourceItem,
  SourceItems,
  SourcePage,
  TimelinePage,
} from '../core/library/library-schema';
import type { FactDb } from './fact-db';
import { packOfCard } from './pack-registry';
import { type Library, readClaimSet, readClaimSets, readEntityPage } from './read-library';

export interface ListPage {
  readonly offset: number;
  readonly limit: number;
}

/** More values of a facet nobody looks through; those with most stay. */
const MAX_FACET_VALUES = 40;

export async function entityPage(
  db: FactDb,
  library: Library,
  filter: EntityFilter,
  { offset, limit }: ListPage,
): Promise<EntityPage> {
  const largePacks = largePacksOf(library);
  if (filter.pack !== null && library.large.has(filter.pack)) {
    const { total, lines } = await readEntityPage(db, filter.pack, {
      text: filter.text,
      offset,
      limit,
    });
    const { facets } = filterEntities(library.directory.entities, { ...filter, pack: null });
    const packs = packCounts(facets.packs, library);
    return { total, entities: lines.map(toItem), kinds: [], sources: [], packs, largePacks };
  }
  const { found, facets } = filterEntities(library.directory.entities, filter);
  return {
    total: found.length,
    entities: found.slice(offset, offset + limit).map(toItem),
    kinds: [...facets.kinds],
    sources: named(facets.sources, library, sourceTitle),
    packs: packCounts(facets.packs, library),
    largePacks,
  };
}

export function sourceItems(library: Library, { offset, limit }: ListPage): SourceItems {
  const shares = sharesOfSources(library.directory.claims);
  return {
    total: library.sources.size,
    sources: [...library.sources.keys()]
      .slice(offset, offset + limit)
      .flatMap((key) => toSourceItem(library, key, shares) ?? []),
    largePacks: largePacksOf(library),
  };
}

/** Null where the library has no such source. */
export async function sourcePage(
  db: FactDb,
  library: Library,
  key: SourceKey,
  { offset, limit }: ListPage,
): Promise<SourcePage | null> {
  const pack = library.packs.get(packOfKey(key));
  const claims = claimsInOrderOfText(library.directory.claims, key);
  const item = toSourceItem(library, key, sharesOfSources(claims));
  if (!pack || !item) return null;
  const keys = claims.slice(offset, offset + limit).map((claim) => claim.key);
  return {
    item,
    spans: mergeSpans(claims.flatMap((claim) => quotesFrom(claim, key))),
    set: await readClaimSet(db, pack, keys),
  };
}

export async function timelinePage(
  db: FactDb,
  library: Library,
  filter: ClaimFilter,
  { offset, limit }: ListPage,
): Promise<TimelinePage> {
  const { found, undated, periods, kinds, sources } = filterClaims(
    library.directory.claims,
    filter,
  );
  const claims = found.slice(offset, offset + limit).map(({ key }) => key);
  return {
    total: found.length,
    undated,
    periods: [...periods],
    kinds: [...kinds],
    sources: named(sources, library, sourceTitle),
    claims,
    sets: await readClaimSets(db, library.packs, claims),
    largePacks: largePacksOf(library),
  };
}

function claimsInOrderOfText(claims: readonly ClaimLine[], source: SourceKey): ClaimLine[] {
  const first = new Map(
    claims.flatMap((claim) => {
      const starts = quotesFrom(claim, source).map(({ start }) => start);
      return starts.length === 0 ? [] : [[claim, Math.min(...starts)] as const];
    }),
  );
  return [...first].sort(([, a], [, b]) => a - b).map(([claim]) => claim);
}

function quotesFrom(claim: ClaimLine, source: SourceKey): ClaimLine['quotes'] {
  return claim.quotes.filter((quote) => quote.source === source);
}

interface SourceShare {
  claims: number;
  readonly entities: Set<string>;
}

function sharesOfSources(claims: readonly ClaimLine[]): Map<SourceKey, SourceShare> {
  const shares = new Map<SourceKey, SourceShare>();
  for (const { quotes, entities } of claims) {
    for (const source of new Set(quotes.map((quote) => quote.source))) {
      const share = shares.get(source) ?? { claims: 0, entities: new Set() };
      share.claims++;
      for (const entity of entities) share.entities.add(entity);
      shares.set(source, share);
    }
  }
  return shares;
}

function toSourceItem(
  library: Library,
  key: SourceKey,
  shares: ReadonlyMap<SourceKey, SourceShare>,
): SourceItem | null {
  const source = library.sources.get(key);
  const pack = library.packs.get(packOfKey(key));
  if (!source || !pack) return null;
  const share = shares.get(key);
  return {
    key,
    source,
    pack: packOfCard(pack),
    claims: share?.claims ?? 0,
    entities: share?.entities.size ?? 0,
  };
}

function toItem({ key, kind, label, native, summary, claims }: EntityLine): EntityItem {
  return { key, kind, label, native: native && { ...native }, summary, claims };
}

function largePacksOf({ large }: Library): LargePack[] {
  return [...large.values()].map(({ id, title, counts }) => ({
    id,
    title,
    entities: counts.entities,
  }));
}

function named(
  counts: readonly Count[],
  library: Library,
  nameOf: (library: Library, value: string) => string,
): NamedCount[] {
  return counts
    .slice(0, MAX_FACET_VALUES)
    .map(({ value, count }) => ({ value, count, label: nameOf(library, value) }));
}

function sourceTitle({ sources }: Library, key: SourceKey): string {
  return sources.get(key)?.title ?? key;
}

function packCounts(counts: readonly Count[], library: Library): PackCount[] {
  return named(counts, library, packTitle).map((one) => {
    return { ...one, colour: library.packs.get(one.value)?.colour ?? null };
  });
}

function packTitle({ packs }: Library, id: string): string {
  return packs.get(id)?.title ?? id;
}
