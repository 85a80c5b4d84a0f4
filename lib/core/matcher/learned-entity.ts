import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(300));
const key = v.pipe(v.string(), v.maxLength(170));

/**
 * What a page learns of an entity of a large list: those of its aliases that stand on the page,
 * and what speaks for and against them.
 */
export const LearnedEntitySchema = v.strictObject({
  key,
  label: text,
  isPerson: v.boolean(),
  related: v.array(key),
  aliases: v.array(
    v.strictObject({
      text,
      strength: v.picklist(['strong', 'weak', 'garbled']),
      case: v.picklist(['any', 'initial', 'exact']),
    }),
  ),
  lookalikes: v.array(text),
  counterSigns: v.array(text),
});
export type LearnedEntity = Readonly<v.InferOutput<typeof LearnedEntitySchema>>;
