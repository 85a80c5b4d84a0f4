import { describe, expect, test } from 'vitest';
import { inScripts, scriptOf } from './script-of';
import { SCRIPTS } from './settings';

describe('the script of a name', () => {
  test.each([
    ['Jack Ma', 'latin'],
    ['Société Générale', 'latin'],
    ['Яндекс', 'latin'],
    ['36Kr', 'latin'],
    ['', 'latin'],
    ['马云', 'han'],
    ['螞蟻集團', 'han'],
    ['抖音 TikTok', 'han'],
    ['ソフトバンク', 'han'],
    ['마윈', 'hangul'],
    ['AI 시대', 'hangul'],
    ['中國 정부', 'hangul'],
  ] as const)('%s: %s', (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });
});

describe('names in the chosen scripts', () => {
  const aliases = [{ text: 'Jack Ma' }, { text: '马云' }, { text: '마윈' }];
  test.each([
    [['latin'], 'Jack Ma'],
    [['hangul', 'han'], '马云 마윈'],
    [SCRIPTS, 'Jack Ma 马云 마윈'],
  ] as const)('%s: %s', (scripts, kept) => {
    const left = inScripts(aliases, scripts);
    expect(left.map(({ text }) => text).join(' ')).toBe(kept);
  });
});
