import * as v from 'valibot';
import { CLAIM_KINDS, ENTITY_KINDS } from '../facts/pack-schema';
import { PackColourSchema } from '../settings/pack-colour';

const OriginSchema = v.strictObject({
  pack: v.string(),
  title: v.string(),
  colour: v.nullable(PackColourSchema),
});

/** One result of a search. `score` is 0 for a perfect hit and grows to 1, as in Fuse.js. */
export const SearchHitSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('entity'),
    /** EntityKey */
    entity: v.string(),
    entityKind: v.picklist(ENTITY_KINDS),
    label: v.string(),
    /** Native-script name, where there is one. */
    native: v.nullable(v.string()),
    /** The alias that was found, where it is not the label. */
    matched: v.nullable(v.string()),
    /** First sentence of the summary. */
    summary: v.string(),
    claims: v.number(),
    /** The packs that know it, where several do. */
    origins: v.optional(v.array(OriginSchema)),
    score: v.number(),
  }),
  v.strictObject({
    kind: v.literal('claim'),
    /** ClaimKey */
    claim: v.string(),
    /** EntityKey of the claim's main entity, whose card shows it. */
    entity: v.string(),
    entityLabel: v.string(),
    claimKind: v.picklist(CLAIM_KINDS),
    label: v.string(),
    score: v.number(),
  }),
]);

export type SearchHit = v.InferOutput<typeof SearchHitSchema>;
