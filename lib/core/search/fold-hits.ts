import { type EntityKey, packOfKey } from '../facts/keys';
import type { PackColour } from '../settings/pack-colour';
import type { SearchHit } from './search-hit';

type EntityHit = Extract<SearchHit, { kind: 'entity' }>;

/** A pack as a hit names it. */
export interface HitOrigin {
  readonly id: string;
  readonly title: string;
  readonly colour: PackColour | null;
}

/**
 * What several packs know is one hit, in the place of the best of them and with the name that its
 * card has. `groups`: keys of what is one, first what gives the name.
 */
export function foldHits(
  hits: readonly SearchHit[],
  groups: readonly (readonly EntityKey[])[],
  packs: readonly HitOrigin[],
): SearchHit[] {
  const found = new Map(
    hits.flatMap((hit) => (hit.kind === 'entity' ? [[hit.entity, hit] as const] : [])),
  );
  const groupOf = new Map(groups.flatMap((group) => group.map((key) => [key, group] as const)));
  const told = new Set<readonly EntityKey[]>();
  return hits.flatMap((hit) => {
    const group = hit.kind === 'entity' ? groupOf.get(hit.entity) : undefined;
    const [head, ...others] = (group ?? []).flatMap((key) => found.get(key) ?? []);
    if (hit.kind === 'claim' || !group || !head || others.length === 0) return [hit];
    if (told.has(group)) return [];
    told.add(group);
    return [asOne(hit, [head, ...others], packs)];
  });
}

/** As the first of `same`, found as well as the best of them. */
function asOne(
  { matched, score }: EntityHit,
  same: readonly [EntityHit, ...EntityHit[]],
  packs: readonly HitOrigin[],
): EntityHit {
  const [head] = same;
  // What stands for another and of which all was deleted says nothing.
  const ids = new Set(same.filter(({ claims }, i) => i === 0 || claims > 0).map(packOfHit));
  const origins = packs
    .filter(({ id }) => ids.has(id))
    .map(({ id, title, colour }) => ({ pack: id, title, colour }));
  return {
    ...head,
    matched: matched === head.label ? null : matched,
    claims: same.reduce((sum, { claims }) => sum + claims, 0),
    score,
    ...(origins.length > 1 && { origins }),
  };
}

function packOfHit({ entity }: EntityHit): string {
  return packOfKey(entity);
}
