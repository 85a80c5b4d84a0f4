/**
 * Choices made in private windows. They are held in memory by the browser (`storage.session`),
 * never on disk, since they name sites; and they go with the last private window.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { PrivateChoices } from '../core/sites/merge-switches';
import type { SiteChoice } from '../core/sites/site-switch';
import { SiteChoiceSchema } from '../core/sites/switch-schema';

export const PRIVATE_CHOICES_KEY = 'privateChoices';
const PrivateChoicesSchema = v.record(v.string(), SiteChoiceSchema);

export async function readPrivateChoices(): Promise<PrivateChoices> {
  const stored = await browser.storage.session.get(PRIVATE_CHOICES_KEY);
  const parsed = v.safeParse(PrivateChoicesSchema, stored[PRIVATE_CHOICES_KEY]);
  return parsed.success ? parsed.output : {};
}

export async function writePrivateChoice(site: string, choice: SiteChoice): Promise<void> {
  const choices = await readPrivateChoices();
  await browser.storage.session.set({ [PRIVATE_CHOICES_KEY]: { ...choices, [site]: choice } });
}

export async function clearPrivateChoices(): Promise<void> {
  await browser.storage.session.remove(PRIVATE_CHOICES_KEY);
}
