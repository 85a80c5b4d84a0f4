/** One language's messages, as its file in _locales and the call that hands it to pages have it. */
import * as v from 'valibot';

const message = v.object({
  message: v.string(),
  placeholders: v.exactOptional(v.record(v.string(), v.object({ content: v.string() }))),
});

/** Without what is for translators only. */
export const CatalogueSchema = v.record(v.string(), message);

export type StoredCatalogue = v.InferOutput<typeof CatalogueSchema>;
