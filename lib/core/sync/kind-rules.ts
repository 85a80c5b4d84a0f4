/** What settings, sites and own facts are as records that travel. */
import * as v from 'valibot';
import { SettingsBackupSchema } from '../backup/backup-schema';
import { checkRecord } from '../packs/check-record';
import { recordId } from '../packs/compare-import';
import { type PackRecord, SECTIONS, type Section } from '../packs/import-event';
import { isSame } from '../packs/is-same';
import { mergeRecord } from '../packs/merge-record';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../settings/settings';
import { NO_SWITCHES, type Switches } from '../sites/site-switch';
import type { KindRules, Values } from './reconcile';

/** What holds on sites without a rule tells nothing of what is read, so it goes with the settings. */
const DEFAULT_SWITCH = 'defaultSwitch';
const MAX_PATTERN_CHARS = 300;

/** Nothing of it fits together or names another. */
const PLAIN: Pick<KindRules, 'changeReplaces' | 'merge' | 'needs'> = {
  changeReplaces: 'all',
  merge: () => null,
  needs: () => [],
};

export const settingRules: KindRules = {
  ...PLAIN,
  isOurs(id, value) {
    if (id === DEFAULT_SWITCH) return isState(value);
    if (!Object.hasOwn(DEFAULT_SETTINGS, id)) return false;
    return isSame(parseSettings({ [id]: value })[id as keyof Settings], value);
  },
  isDefault: (id, value) =>
    isSame(
      value,
      id === DEFAULT_SWITCH ? NO_SWITCHES.default : DEFAULT_SETTINGS[id as keyof Settings],
    ),
};

/** Of this version or a newer one. */
export function isSoundSetting(id: string, value: unknown): boolean {
  return v.is(SettingsBackupSchema, { [id]: value });
}

export function settingValues(settings: Settings, switches: Switches): Values {
  return new Map<string, unknown>([
    ...Object.entries(settings),
    [DEFAULT_SWITCH, switches.default],
  ]);
}

/** Settings and the default switch, as far as these values name them. */
export function settingsOf(values: Values): {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly defaultSwitch: Switches['default'] | null;
} {
  const { [DEFAULT_SWITCH]: byDefault, ...settings } = Object.fromEntries(values);
  return { settings, defaultSwitch: isState(byDefault) ? byDefault : null };
}

export const siteRules: KindRules = {
  ...PLAIN,
  isOurs: isSoundSite,
  isDefault: () => false,
};

export function isSoundSite(id: string, value: unknown): boolean {
  return id.length <= MAX_PATTERN_CHARS && /^[^\s/]+\/\S*$/.test(id) && isState(value);
}

export function siteValues({ sites }: Switches): Values {
  return new Map(Object.entries(sites));
}

/** `needs`: names of the records that one names. */
export function factRules(needs: (named: PackRecord) => readonly FactName[]): KindRules {
  return {
    changeReplaces: 'shown',
    isOurs: () => true,
    isDefault: () => false,
    merge(id, base, one, other) {
      const { merged, conflicts } = mergeRecord(asRecord(base), asRecord(one), asRecord(other));
      return conflicts.length === 0 && merged && isSoundFact(id, merged) ? merged : null;
    },
    needs(id, value) {
      const { section } = factName(id);
      return needs({ section, record: value } as PackRecord).map(factId);
    },
  };
}

export interface FactName {
  readonly section: Section;
  readonly id: string;
}

export function factId({ section, id }: FactName): string {
  return `${section}/${id}`;
}

export function factName(id: string): FactName {
  const slash = id.indexOf('/');
  const section = SECTIONS.find((one) => one === id.slice(0, slash));
  if (!section) throw new Error(`${id} names no record.`);
  return { section, id: id.slice(slash + 1) };
}

export function isSoundFact(id: string, value: unknown): boolean {
  const section = SECTIONS.find((one) => id.startsWith(`${one}/`));
  if (!section) return false;
  const checked = checkRecord(section, value, {});
  return checked.ok && factId({ section, id: recordId(checked.record) }) === id;
}

function asRecord(value: unknown): object | null {
  return typeof value === 'object' ? value : null;
}

function isState(value: unknown): value is Switches['default'] {
  return value === 'on' || value === 'off';
}
