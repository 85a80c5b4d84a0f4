/** Where the background puts the matcher, and how it remembers what the matcher was built from. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { encodeMatcher, type MatcherTables } from '../core/matcher/matcher-tables';
import type { StoredNameGate } from '../core/matcher/name-gate-bits';
import { MATCHER_KEY } from './matcher-store';
import { NAME_GATE_KEY } from './name-gate-store';

const MATCHER_PARTS_KEY = 'matcherParts';
const PartsSchema = v.array(v.string());

export interface MatcherWriter {
  /** What the stored matcher was built from; empty where none is stored. */
  readParts(): Promise<readonly string[]>;
  /** `gate`: to the names that are not in the tables, where there are any. */
  write(tables: MatcherTables, parts: readonly string[], gate?: StoredNameGate): Promise<void>;
}

export const matcherWriter: MatcherWriter = {
  async readParts() {
    const stored = await browser.storage.local.get(MATCHER_PARTS_KEY);
    const parsed = v.safeParse(PartsSchema, stored[MATCHER_PARTS_KEY]);
    return parsed.success ? parsed.output : [];
  },
  async write(tables, parts, gate) {
    // One call, so that all are stored or none.
    await browser.storage.local.set({
      [MATCHER_KEY]: encodeMatcher(gate ? { ...tables, gate: gate.identity } : tables),
      [MATCHER_PARTS_KEY]: [...parts],
      ...(gate && { [NAME_GATE_KEY]: gate }),
    });
    if (!gate) await browser.storage.local.remove(NAME_GATE_KEY);
  },
};
