/** Claims that a clipping is held against: those about its names, and those of small packs. */
import * as v from 'valibot';
import type { KnownClaim } from '../core/clipping/clip-findings';
import { standsFor } from '../core/clipping/clip-records';
import { OWN_PACK_ID } from '../core/clipping/own-pack';
import { type EntityKey, toKey } from '../core/facts/keys';
import { ClaimRowSchema, type FactDb, SourceRowSchema } from './fact-db';
import { rowsOfPack } from './pack-rows';
import { storeOfRow } from './pack-store';
import { readPacks } from './read-facts';
import { readOwnRecords } from './read-own-facts';

/** Packs with more claims are only asked for claims about the clipping's names. */
const MAX_WHOLE_CLAIMS = 3000;
const MAX_CLAIMS_ABOUT = 1000;

export interface KnownWithPack {
  readonly known: KnownClaim;
  /** Title of its pack. */
  readonly pack: string;
}

export async function readKnownClaims(
  db: FactDb,
  names: readonly EntityKey[],
): Promise<KnownWithPack[]> {
  const standIns = await readStandIns(db);
  const found: KnownWithPack[] = [];
  for (const pack of await readPacks(db)) {
    const store = await storeOfRow(db, pack);
    const isSmall = pack.counts.claims <= MAX_WHOLE_CLAIMS;
    const claims: unknown[] = isSmall
      ? await rowsOfPack(store.claims, pack.id).toArray()
      : await store.claims
          .where('entities')
          .anyOf([...names])
          .limit(MAX_CLAIMS_ABOUT)
          .toArray();
    const sources = (await rowsOfPack(store.sources, pack.id).limit(MAX_WHOLE_CLAIMS).toArray())
      .map((row) => v.safeParse(SourceRowSchema, row))
      .flatMap((parsed) => (parsed.success ? [parsed.output.source] : []));
    for (const row of claims) {
      const parsed = v.safeParse(ClaimRowSchema, row);
      if (!parsed.success) continue;
      const { key, claim, entities } = parsed.output;
      const about = entities.flatMap((entity) => [entity, standIns.get(entity) ?? []].flat());
      const quoted = sources.filter(({ id }) => claim.evidence.some(({ source }) => source === id));
      found.push({ known: { key, claim, entities: about, sources: quoted }, pack: pack.title });
    }
  }
  return found;
}

/** Of each own entity that stands for one of another pack: which. */
async function readStandIns(db: FactDb): Promise<Map<EntityKey, EntityKey>> {
  const { entities } = await readOwnRecords(db);
  return new Map(
    entities.flatMap((entity) => {
      const other = standsFor(entity);
      return other === null ? [] : [[toKey(OWN_PACK_ID, entity.id), other] as const];
    }),
  );
}
