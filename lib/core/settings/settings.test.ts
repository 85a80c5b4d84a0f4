import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from './settings';

describe('parseSettings', () => {
  const own: Settings = {
    look: 'tint',
    density: 'page',
    dwellMs: 400,
    leaveMs: 500,
    hoverKey: 'alt',
    scripts: ['han'],
    interfaceLanguage: 'ko',
  };

  test.each<[string, unknown, Partial<Settings>]>([
    ['nothing stored', undefined, {}],
    ['not an object', 'dotted', {}],
    ['a list', [], {}],
    ['an empty object', {}, {}],
    ['all that there is', own, own],
    ['an unknown look', { ...own, look: 'blink' }, { ...own, look: 'dotted' }],
    ['a delay that is too short', { ...own, dwellMs: 0 }, { ...own, dwellMs: 150 }],
    ['a delay that is no number', { ...own, leaveMs: '500' }, { ...own, leaveMs: 300 }],
    ['a delay that is not whole', { ...own, leaveMs: 300.5 }, { ...own, leaveMs: 300 }],
    ['no script at all', { ...own, scripts: [] }, { ...own, scripts: DEFAULT_SETTINGS.scripts }],
    ['an unknown script', { scripts: ['latin', 'runes'] }, {}],
    ['fields of a later version', { ...own, sparkle: true }, own],
  ])('%s', (_name, stored, expected) => {
    expect(parseSettings(stored)).toEqual({ ...DEFAULT_SETTINGS, ...expected });
  });
});
