/** Words for what travels, how it goes, and what has come twice. */
import { isObject } from '../../core/is-object';
import type { SyncConflict } from '../../core/sync/conflicts';
import type { SyncKind } from '../../core/sync/sync-kinds';
import type { KindState, SyncTrouble } from '../../core/sync/sync-state';
import { locale, t } from '../message';
import { formatSize } from '../packs/format-size';
import { patternText } from '../settings/pattern-words';
import { valueWords } from '../value-words';

export function kindTitle(kind: SyncKind): string {
  switch (kind) {
    case 'settings':
      return t('sync_settings');
    case 'facts':
      return t('sync_facts');
    case 'sites':
      return t('sync_sites');
  }
}

/** All that is sent, before the reader says yes. */
export function consentWords(kind: SyncKind): string {
  switch (kind) {
    case 'settings':
      return t('sync_settings_consent');
    case 'facts':
      return t('sync_facts_consent');
    case 'sites':
      return t('sync_sites_consent');
  }
}

export function stateWords({ isOn, isDue, sentAt }: KindState): string {
  if (!isOn) return sentAt === null ? t('sync_off') : t('sync_off_sent', timeWords(sentAt));
  if (sentAt === null) return isDue ? t('sync_on_soon') : t('sync_on_nothing');
  return t('sync_on_sent', timeWords(sentAt));
}

export function troubleWords(trouble: SyncTrouble): string {
  switch (trouble.code) {
    case 'too-large':
      return t('sync_too_large', formatSize(trouble.size), formatSize(Math.max(0, trouble.room)));
    case 'too-many':
      return t('sync_too_many', trouble.max);
    case 'newer':
      return t('sync_newer');
    case 'damaged':
      return t('sync_damaged');
    case 'not-taken':
      return t('sync_not_taken');
    case 'not-sent':
      return t('sync_not_sent', trouble.detail);
    case 'erased':
      return t('sync_erased');
    case 'not-erased':
      return t('sync_not_erased', trouble.detail);
  }
}

/** Whether a file is the way out. */
export function isForFile({ code }: SyncTrouble): boolean {
  return code === 'too-large' || code === 'too-many';
}

/** What a conflict is about. */
export function conflictTitle({ kind, id, versions }: SyncConflict): string {
  if (kind === 'sites') return patternText(id);
  if (kind === 'settings') return settingTitle(id);
  return recordWords(versions[0]?.value) ?? id;
}

/** A version as a whole, where it is no record with fields. */
export function plainVersion({ kind, id }: SyncConflict, value: unknown): string | null {
  if (kind === 'facts') return null;
  if (kind === 'sites' || id === 'defaultSwitch') {
    return value === 'on' ? t('options_shown') : t('options_not_shown');
  }
  return settingWords(id, value) ?? valueWords(value);
}

function recordWords(value: unknown): string | null {
  if (!isObject(value)) return null;
  const words = value['text'] ?? value['label'] ?? value['title'];
  return typeof words === 'string' ? words : null;
}

function settingTitle(id: string): string {
  switch (id) {
    case 'look':
      return t('options_look');
    case 'density':
      return t('options_density');
    case 'dwellMs':
      return t('options_dwell');
    case 'leaveMs':
      return t('options_leave');
    case 'hoverKey':
      return t('options_hover_key');
    case 'scripts':
      return t('options_scripts');
    case 'interfaceLanguage':
      return t('options_language_of');
    case 'defaultSwitch':
      return t('options_default');
    default:
      return id;
  }
}

function settingWords(id: string, value: unknown): string | null {
  if (typeof value === 'number') return t('options_seconds', value / 1000);
  const parts = Array.isArray(value) ? (value as unknown[]) : [value];
  const words = parts.map((part) => CHOICES[id]?.[String(part)]?.() ?? null);
  return words.every((one) => one !== null) ? words.join(', ') : null;
}

/** Of the settings that are one of several; asked when they are shown, in the reader's language. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  look: {
    dotted: () => t('options_look_dotted'),
    solid: () => t('options_look_solid'),
    tint: () => t('options_look_tint'),
    faint: () => t('options_look_faint'),
  },
  density: {
    all: () => t('options_density_all'),
    section: () => t('options_density_section'),
    page: () => t('options_density_page'),
  },
  hoverKey: {
    none: () => t('options_hover_key_none'),
    alt: () => t('options_hover_key_alt'),
    shift: () => t('options_hover_key_shift'),
    ctrl: () => t('options_hover_key_ctrl'),
  },
  interfaceLanguage: { browser: () => t('options_language_browser') },
};

function timeWords(time: string): string {
  const date = new Date(time);
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return Number.isNaN(date.getTime())
    ? time
    : new Intl.DateTimeFormat(locale(), style).format(date);
}
