/** The gate in extension storage, where pages read it without waking the background. */
import { browser } from 'wxt/browser';
import { decodeNameGate, type NameGateBits } from '../core/matcher/name-gate-bits';

export const NAME_GATE_KEY = 'nameGate';

/** Null where there is none for these lists. */
export async function readNameGate(identity: string): Promise<NameGateBits | null> {
  const stored = await browser.storage.local.get(NAME_GATE_KEY);
  return decodeNameGate(stored[NAME_GATE_KEY], identity);
}
