/** Clippings that the reader has not finished; in the browser's memory, gone when it closes. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { ClipFormSchema, ClipNoticeSchema } from '../core/clipping/clip-form';

const PendingClipSchema = v.variant('state', [
  /** Of a private window: where to read, once the reader has said that it may be kept. */
  v.strictObject({
    state: v.literal('ask'),
    tab: v.number(),
    frame: v.nullable(v.number()),
  }),
  v.strictObject({
    state: v.literal('drafted'),
    form: ClipFormSchema,
    notices: v.array(ClipNoticeSchema),
  }),
  v.strictObject({ state: v.picklist(['nothing', 'unreadable']) }),
]);
export type PendingClip = v.InferOutput<typeof PendingClipSchema>;

const PREFIX = 'clip ';

export async function readPendingClip(id: string): Promise<PendingClip | null> {
  const stored = await browser.storage.session.get(PREFIX + id);
  const parsed = v.safeParse(PendingClipSchema, stored[PREFIX + id]);
  return parsed.success ? parsed.output : null;
}

export async function writePendingClip(id: string, clip: PendingClip): Promise<void> {
  await browser.storage.session.set({ [PREFIX + id]: clip });
}

export async function forgetPendingClip(id: string): Promise<void> {
  await browser.storage.session.remove(PREFIX + id);
}
