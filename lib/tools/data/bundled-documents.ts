import { toKey } from '../../core/facts/keys';
import { toSearchDocuments } from '../../core/search/search-documents';
import { compileBundledPacks } from './compile-pack';

/** What the popup searches when nothing but the bundled packs is installed. */
export function bundledDocuments(): ReturnType<typeof toSearchDocuments> {
  const packs = compileBundledPacks().map(({ pack }) => pack);
  return toSearchDocuments({
    entities: packs.flatMap(({ id, entities }) =>
      entities.map((entity) => ({ key: toKey(id, entity.id), entity })),
    ),
    claims: packs.flatMap(({ id, claims }) =>
      claims.map((claim) => ({ key: toKey(id, claim.id), claim })),
    ),
  });
}
