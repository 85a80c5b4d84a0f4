/**
 * How the reader wants names marked and explained. Every field falls back to its default by
 * itself, so that settings of an older or newer version, or damaged ones, cost nothing else.
 */
import * as v from 'valibot';
import { DWELL_MS, LEAVE_MS } from '../popover/state';

export const MARK_LOOKS = ['dotted', 'solid', 'tint', 'faint'] as const;
/** Which mentions of an entity are painted: each, or the first of the page or of a section. */
export const DENSITIES = ['all', 'section', 'page'] as const;
/** What has to be held while the pointer rests. */
export const HOVER_KEYS = ['none', 'alt', 'shift', 'ctrl'] as const;
export const SCRIPTS = ['latin', 'han', 'hangul'] as const;
/** `browser`: as the browser's own. The others are those of the message catalogue. */
export const INTERFACE_LANGUAGES = ['browser', 'en', 'zh_CN', 'zh_TW', 'ko'] as const;

/** Shorter than it takes to pass over a name, a dwell would open cards all the time; milliseconds. */
export const DWELL_RANGE = { min: 50, max: 1500, standard: DWELL_MS } as const;
/** Enough to reach the card; milliseconds. */
export const LEAVE_RANGE = { min: 100, max: 2000, standard: LEAVE_MS } as const;

export const SettingsSchema = v.object({
  look: v.fallback(v.picklist(MARK_LOOKS), 'dotted'),
  density: v.fallback(v.picklist(DENSITIES), 'all'),
  dwellMs: milliseconds(DWELL_RANGE),
  leaveMs: milliseconds(LEAVE_RANGE),
  hoverKey: v.fallback(v.picklist(HOVER_KEYS), 'none'),
  /** Names written in these are marked. */
  scripts: v.fallback(
    v.pipe(v.array(v.picklist(SCRIPTS)), v.minLength(1), v.maxLength(SCRIPTS.length)),
    [...SCRIPTS],
  ),
  interfaceLanguage: v.fallback(v.picklist(INTERFACE_LANGUAGES), 'browser'),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;
export type MarkLook = Settings['look'];
export type Density = Settings['density'];
export type HoverKey = Settings['hoverKey'];
export type Script = Settings['scripts'][number];

function milliseconds({ min, max, standard }: { min: number; max: number; standard: number }) {
  return v.fallback(v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max)), standard);
}

/** What is stored, with the default for whatever it lacks or has wrong. */
export function parseSettings(stored: unknown): Settings {
  const parsed = v.safeParse(SettingsSchema, stored);
  return parsed.success ? parsed.output : v.parse(SettingsSchema, {});
}

export const DEFAULT_SETTINGS: Settings = parseSettings({});
