/**
 * Card data: all that a surface shows of one entity, complete in itself, so that one message
 * fetches it and nothing more has to be asked to draw it.
 */
import * as v from 'valibot';
import { PackColourSchema } from '../settings/pack-colour';
import {
  ClaimSchema,
  ENTITY_KINDS,
  EntitySchema,
  RelationSchema,
  SourceSchema,
} from './pack-schema';
import { PACK_ORIGINS } from './verification';

/** How many independent voices carry a claim; see corroboration.ts for what counts as one. */
export const CorroborationSchema = v.strictObject({
  /** Different original speakers over all evidence. */
  speakers: v.number(),
  /** Sources of the pack with evidence for the claim. */
  sources: v.number(),
  /** All sources of the pack. */
  ofSources: v.number(),
});

export const EntityCardSchema = v.strictObject({
  key: v.string(),
  pack: v.strictObject({
    id: v.string(),
    version: v.string(),
    title: v.string(),
    license: v.string(),
    origin: v.picklist(PACK_ORIGINS),
    /** By which the reader knows it; null where none was chosen. */
    colour: v.nullable(PackColourSchema),
  }),
  entity: EntitySchema,
  /** Claims about the entity, the most relevant first. */
  claims: v.array(ClaimSchema),
  /** Claims that those conflict with or respond to and that are not among them. */
  linkedClaims: v.array(ClaimSchema),
  /** Every source that the claims quote. */
  sources: v.array(SourceSchema),
  /** Relations from or to the entity. */
  relations: v.array(RelationSchema),
  /** Label and kind of every other entity that is mentioned by id, speakers included. */
  entities: v.record(
    v.string(),
    v.strictObject({ label: v.string(), kind: v.picklist(ENTITY_KINDS) }),
  ),
  /** What the reader has changed of an imported pack; absent where nothing. */
  edited: v.exactOptional(v.strictObject({ entity: v.boolean(), claims: v.array(v.string()) })),
  /** By claim id. */
  corroboration: v.record(v.string(), CorroborationSchema),
});

export type EntityCard = v.InferOutput<typeof EntityCardSchema>;
export type Corroboration = v.InferOutput<typeof CorroborationSchema>;
