/** Which packs' names pages must not paint, and the colours of others, in extension storage. */
import { browser } from 'wxt/browser';
import { isSame } from '../core/packs/is-same';
import { PACK_MARKS_KEY } from './pack-marks-store';
import type { InstalledPack } from './pack-registry';

export interface PackMarks {
  /** Packs whose names are explained and not painted, since a page can read what is painted. */
  readonly discreet: readonly string[];
  /** By pack, as `#rrggbb`. */
  readonly colours: Readonly<Record<string, string>>;
}

export interface PackMarksWriter {
  /** Writes only what is new: every open page hears of a write. */
  write(marks: PackMarks): Promise<void>;
}

export function packMarksOf(packs: readonly InstalledPack[]): PackMarks {
  const enabled = packs.filter(({ isEnabled }) => isEnabled);
  return {
    discreet: enabled.filter(({ isPainted }) => !isPainted).map(({ id }) => id),
    colours: Object.fromEntries(
      enabled.flatMap(({ id, colour }) => (colour === null ? [] : [[id, colour]])),
    ),
  };
}

export const packMarksWriter: PackMarksWriter = {
  async write(marks) {
    const stored = await browser.storage.local.get(PACK_MARKS_KEY);
    if (isSame(stored[PACK_MARKS_KEY], marks)) return;
    await browser.storage.local.set({ [PACK_MARKS_KEY]: marks });
  },
};
