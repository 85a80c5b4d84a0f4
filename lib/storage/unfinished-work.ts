/**
 * What the background has begun and not ended: noted where its next life sees it at once, since
 * browsers end it in the middle of anything.
 */
import { browser } from 'wxt/browser';

/** `matcher`: facts changed and the matcher does not know; `sweep`: databases wait to be deleted. */
export type UnfinishedWork = 'matcher' | 'sweep';

const keyOf = (work: UnfinishedWork): string => `unfinished-${work}`;

export async function noteUnfinished(work: UnfinishedWork): Promise<void> {
  await browser.storage.local.set({ [keyOf(work)]: true });
}

export async function noteFinished(work: UnfinishedWork): Promise<void> {
  await browser.storage.local.remove(keyOf(work));
}

export async function isUnfinished(work: UnfinishedWork): Promise<boolean> {
  return keyOf(work) in (await browser.storage.local.get(keyOf(work)));
}
