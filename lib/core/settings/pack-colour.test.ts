import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { PACK_COLOURS, StoredPackColourSchema } from './pack-colour';

/** WCAG 2.2, 1.4.11: of what is to be seen against what is beside it. */
const MIN_CONTRAST = 3;
const GROUNDS = ['paper', 'shade', 'accent-ground'];

const css = readFileSync('assets/styles/tokens.css', 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_scheme, tokens) => {
  test.each(PACK_COLOURS)('%s can be seen on every ground', (colour) => {
    for (const ground of GROUNDS) {
      const contrast = contrastOf(tokenIn(tokens, `pack-${colour}`), tokenIn(tokens, ground));
      expect(contrast, `on --${ground}`).toBeGreaterThanOrEqual(MIN_CONTRAST);
    }
  });
});

test.each([
  ['teal', 'teal'],
  [null, null],
  ['a colour of a later version', null],
  [7, null],
])('stored as %s it is %s', (stored, colour) => {
  expect(v.parse(StoredPackColourSchema, stored)).toBe(colour);
});

function tokenIn(tokens: string, name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1];
  if (value === undefined) throw new Error(`tokens.css has no --${name}`);
  return value;
}

function contrastOf(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
