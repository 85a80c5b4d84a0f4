/** What a page says of itself and of the reader's selection. All of it is the page's word. */
import * as v from 'valibot';

/** So much of a page's text is looked at, UTF-16 code units. */
export const MAX_PAGE_TEXT_CHARS = 10_000_000;

/** Pages write anything into their heads: what is too long or no text counts as not given. */
const said = (max: number) =>
  v.fallback(v.optional(v.pipe(v.string(), v.maxLength(max))), undefined);

export const ClipInputSchema = v.object({
  /** The page's text, as the offsets count in it. */
  text: v.pipe(v.string(), v.maxLength(MAX_PAGE_TEXT_CHARS)),
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(0)),
  url: said(10_000),
  canonical: said(10_000),
  title: said(10_000),
  siteName: said(10_000),
  byline: said(10_000),
  published: said(100),
  lang: said(100),
});

export type ClipInput = v.InferOutput<typeof ClipInputSchema>;
