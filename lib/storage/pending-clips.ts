/** Clippings that the reader has not finished; in the browser's memory, gone when it closes. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { DraftedSchema } from '../core/clipping/clip-schema';
import { isObject } from '../core/is-object';

/** What a reader clips from a card; both are null elsewhere. */
const ClipAboutSchema = v.strictObject({
  /** EntityKey */
  entity: v.nullable(v.string()),
  /** Number of the name's place in the page; see page/clip-place.ts. */
  place: v.nullable(v.number()),
});
export type ClipAbout = v.InferOutput<typeof ClipAboutSchema>;

const PendingClipSchema = v.variant('state', [
  /** Of a private window: where to read, once the reader has said that it may be kept. */
  v.strictObject({
    state: v.literal('ask'),
    tab: v.number(),
    frame: v.nullable(v.number()),
    about: ClipAboutSchema,
  }),
  DraftedSchema,
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

/** Those that wait for the reader's word name what was looked up in a private window. */
export async function forgetPrivateClips(): Promise<void> {
  const stored = await browser.storage.session.get();
  const asking = Object.entries(stored).filter(
    ([name, clip]) => name.startsWith(PREFIX) && isObject(clip) && clip['state'] === 'ask',
  );
  await browser.storage.session.remove(asking.map(([name]) => name));
}
