/** Where the background puts the matcher, and how it remembers what the matcher was built from. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { encodeMatcher, type MatcherTables } from '../core/matcher/matcher-tables';
import { MATCHER_KEY } from './matcher-store';

const MATCHER_PARTS_KEY = 'matcherParts';
const PartsSchema = v.array(v.string());

export interface MatcherWriter {
  /** What the stored matcher was built from; empty where none is stored. */
  readParts(): Promise<readonly string[]>;
  write(tables: MatcherTables, parts: readonly string[]): Promise<void>;
}

export const matcherWriter: MatcherWriter = {
  async readParts() {
    const stored = await browser.storage.local.get(MATCHER_PARTS_KEY);
    const parsed = v.safeParse(PartsSchema, stored[MATCHER_PARTS_KEY]);
    return parsed.success ? parsed.output : [];
  },
  async write(tables, parts) {
    // One call, so that both are stored or neither.
    await browser.storage.local.set({
      [MATCHER_KEY]: encodeMatcher(tables),
      [MATCHER_PARTS_KEY]: [...parts],
    });
  },
};
