/**
 * A clipping as the reader sees and changes it: what travels between the form and the background.
 * Nothing in it is checked but its shape and size; `clipRecords` tells what still has to be mended.
 */
import * as v from 'valibot';
import { CLAIM_KINDS, ENTITY_KINDS } from '../facts/pack-schema';

/** Longer than any field may be, so that what is too long comes back with words for it. */
const MAX_FIELD_CHARS = 20_000;
const text = v.pipe(v.string(), v.maxLength(MAX_FIELD_CHARS));

/** Of a longer passage no more is shown, for the reader to choose from. */
export const MAX_PASSAGE_CHARS = MAX_FIELD_CHARS / 2;
const place = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A name that the reader makes. */
export const NewNameSchema = v.strictObject({
  type: v.literal('new'),
  label: text,
  kind: v.picklist(ENTITY_KINDS),
  /** Other written forms. */
  aliases: v.pipe(v.array(text), v.maxLength(200)),
  description: text,
});
export type NewName = v.InferOutput<typeof NewNameSchema>;

const ChosenEntitySchema = v.variant('type', [
  v.strictObject({
    type: v.literal('known'),
    /** EntityKey */
    key: v.pipe(v.string(), v.maxLength(170)),
    label: text,
    kind: v.picklist(ENTITY_KINDS),
  }),
  NewNameSchema,
]);
export type ChosenEntity = v.InferOutput<typeof ChosenEntitySchema>;

export const ClipExcerptSchema = v.strictObject({
  exact: text,
  prefix: text,
  suffix: text,
  start: place,
  end: place,
});

export const ClipFormSchema = v.strictObject({
  excerpt: ClipExcerptSchema,
  /** Empty where the page does not tell. */
  source: v.strictObject({
    url: text,
    title: text,
    publisher: text,
    author: text,
    /** EDTF */
    published: text,
    language: text,
    /** ISO date. */
    retrieved: text,
  }),
  entities: v.pipe(v.array(ChosenEntitySchema), v.maxLength(30)),
  kind: v.picklist(CLAIM_KINDS),
  text,
  /** EDTF; empty where none is told. */
  date: text,
  speaker: v.variant('type', [
    v.strictObject({ type: v.literal('source') }),
    v.strictObject({ type: v.literal('entity'), entity: v.nullable(ChosenEntitySchema) }),
    v.strictObject({ type: v.literal('unnamed'), description: text }),
  ]),
});
export type ClipForm = v.InferOutput<typeof ClipFormSchema>;
export type ClipSource = ClipForm['source'];

export const ClipNoticeSchema = v.variant('code', [
  v.strictObject({
    code: v.literal('excerpt-too-long'),
    length: v.number(),
    max: v.number(),
  }),
  v.strictObject({ code: v.literal('excerpt-deceives') }),
  v.strictObject({ code: v.literal('excerpt-not-unique') }),
  v.strictObject({ code: v.literal('canonical-elsewhere'), url: v.string() }),
  v.strictObject({ code: v.literal('no-address') }),
  v.strictObject({ code: v.literal('no-title') }),
  v.strictObject({ code: v.literal('date-unreadable'), text: v.string() }),
  v.strictObject({ code: v.literal('nothing-selected') }),
]);
