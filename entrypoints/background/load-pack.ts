import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { checkPack } from '../../lib/core/facts/check-pack';
import { type FactPack, FactPackSchema } from '../../lib/core/facts/pack-schema';
import { BadPackError } from '../../lib/storage/storage-failure';
import type { BundledPack } from './bundled-packs';

/** Fetches a pack of the built extension and checks it whole; throws BadPackError. */
export async function loadPack({ id, version, file }: BundledPack): Promise<FactPack> {
  const value = await fetchJson(file);
  const [problem, ...more] = checkPack(value);
  if (problem) {
    throw new BadPackError(`${file}: ${problem.path} ${problem.message} (and ${more.length} more)`);
  }
  const pack = v.parse(FactPackSchema, value);
  if (pack.id !== id || pack.version !== version) {
    throw new BadPackError(`${file} is ${pack.id} ${pack.version} and not ${id} ${version}`);
  }
  return pack;
}

async function fetchJson(file: string): Promise<unknown> {
  try {
    const response = await fetch(new URL(file, browser.runtime.getURL('/')));
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await response.json();
  } catch (error) {
    throw new BadPackError(`${file} cannot be read`, { cause: error });
  }
}
