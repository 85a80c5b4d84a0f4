/**
 * What the background has begun and not ended: noted where its next life sees it at once, since
 * browsers end it in the middle of anything.
 */
import { browser } from 'wxt/browser';

/** `matcher`: facts changed and the matcher does not know; `sweep`: databases wait to be deleted. */
export type UnfinishedWork = 'matcher' | 'sweep';

const keyOf = (work: UnfinishedWork): string => `unfinished-${work}`;

/** `from`: when it is due, milliseconds; at once where none is given. */
export async function noteUnfinished(work: UnfinishedWork, from?: number): Promise<void> {
  await browser.storage.local.set({ [keyOf(work)]: from ?? true });
}

export async function noteFinished(work: UnfinishedWork): Promise<void> {
  await browser.storage.local.remove(keyOf(work));
}

/** Whether something is due by now. */
export async function isUnfinished(work: UnfinishedWork): Promise<boolean> {
  const from: unknown = (await browser.storage.local.get(keyOf(work)))[keyOf(work)];
  return typeof from === 'number' ? from <= Date.now() : from !== undefined;
}
