import { describe, expect, test } from 'vitest';
import { markStyle } from './mark-style';
import { MARK_LOOKS } from './settings';

const lineOf = (css: string): string =>
  css.match(/::highlight\(glossator-mention\) \{\s*([^}]*?)\s*\}/)?.[1] ?? '';

describe('the style of marks', () => {
  test.each(MARK_LOOKS)('%s: paints mentions and the current one, and not on paper', (look) => {
    const css = markStyle(look);
    expect(css).toMatch(/^@media not print \{/);
    expect(lineOf(css)).toMatch(/underline|background-color/);
    expect(css).toContain('::highlight(glossator-current)');
    expect(css.split('{')).toHaveLength(css.split('}').length);
  });

  test('each look differs from the others', () => {
    expect(new Set(MARK_LOOKS.map((look) => lineOf(markStyle(look)))).size).toBe(MARK_LOOKS.length);
  });

  test('a tint is an underline where browsers force colours', () => {
    expect(markStyle('tint')).toMatch(/forced-colors: active[^}]*underline/s);
  });

  test.each(['dotted', 'solid'] as const)('%s is seen on white and on black', (look) => {
    const hex = lineOf(markStyle(look)).match(/#([0-9a-f]{6});/)?.[1] ?? '';
    const luminance = luminanceOf(hex);
    expect(1.05 / (luminance + 0.05)).toBeGreaterThanOrEqual(3);
    expect((luminance + 0.05) / 0.05).toBeGreaterThanOrEqual(3);
  });
});

/** WCAG's relative luminance. */
function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
