/**
 * How many mentions each frame of a tab shows. Kept by the browser in memory
 * (`storage.session`), because the background forgets all when it sleeps.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';

const TabCountsSchema = v.object({
  /** Of the top frame; another one means that the tab has navigated. */
  document: v.optional(v.string()),
  frames: v.record(v.string(), v.number()),
});
export type TabCounts = v.InferOutput<typeof TabCountsSchema>;

export interface FrameCount {
  readonly frame: number;
  readonly document: string | undefined;
  readonly count: number;
}

const TOP_FRAME = 0;
const NO_COUNTS: TabCounts = { frames: {} };

/** A new document in the top frame ends the counts of all frames before it. */
export function withFrameCount(counts: TabCounts, report: FrameCount): TabCounts {
  const isTop = report.frame === TOP_FRAME;
  const isNew = isTop && counts.document !== undefined && counts.document !== report.document;
  const document = isTop ? report.document : counts.document;
  return {
    ...(document !== undefined && { document }),
    frames: { ...(isNew ? {} : counts.frames), [report.frame]: report.count },
  };
}

export function totalOf(counts: TabCounts): number {
  return Object.values(counts.frames).reduce((sum, count) => sum + count, 0);
}

export async function readCounts(tab: number): Promise<TabCounts> {
  const stored = await browser.storage.session.get(keyOf(tab));
  const parsed = v.safeParse(TabCountsSchema, stored[keyOf(tab)]);
  return parsed.success ? parsed.output : NO_COUNTS;
}

export async function writeCounts(tab: number, counts: TabCounts): Promise<void> {
  await browser.storage.session.set({ [keyOf(tab)]: counts });
}

export async function forgetCounts(tab: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tab));
}

function keyOf(tab: number): string {
  return `mentions ${tab}`;
}
