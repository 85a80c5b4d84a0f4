/** Reads a tab's pages, on the reader's word only. What comes back is the page's word. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { ClipInputSchema } from '../../lib/core/clipping/clip-input';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

const PageReadingSchema = v.object({
  ...ClipInputSchema.entries,
  start: v.optional(v.undefined()),
  end: v.optional(v.undefined()),
  selected: v.nullable(v.object({ start: offset, end: offset })),
  place: v.nullable(v.object({ number: v.number(), start: offset, end: offset })),
  hasFocus: v.boolean(),
});
export type PageReading = v.InferOutput<typeof PageReadingSchema>;

/** Of one frame, or of all; null where the browser lets nobody in. */
export async function readTab(tabId: number, frame: number | null): Promise<PageReading[] | null> {
  try {
    const target = frame === null ? { tabId, allFrames: true } : { tabId, frameIds: [frame] };
    const answers = await browser.scripting.executeScript({ target, files: ['/clip-reader.js'] });
    return answers.flatMap(({ result }) => {
      const parsed = v.safeParse(PageReadingSchema, result);
      return parsed.success ? [parsed.output] : [];
    });
  } catch {
    return null;
  }
}
