import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { MutesSchema } from './mute-schema';
import {
  MAX_MUTES,
  type Mute,
  type MutePlace,
  type MuteScope,
  mutedAt,
  pageOf,
  scopeAt,
  withMutes,
  withoutMutes,
} from './mutes';

const here: MutePlace = { site: 'news.com/*', page: 'https://news.com/ants?page=2' };
const everywhere: MuteScope = { type: 'everywhere' };
const onSite = (site: string): MuteScope => ({ type: 'site', site });
const onPage = (page: string): MuteScope => ({ type: 'page', page });

const mute = (scope: MuteScope = everywhere, more: Partial<Mute> = {}): Mute => ({
  entity: 'p/ant-group',
  alias: 'ant',
  scope,
  at: '2026-01-02T03:04:05.678Z',
  ...more,
});

describe('whether words are muted', () => {
  test.each<[string, Mute[], MutePlace, string, string, boolean]>([
    ['nothing is', [], here, 'p/ant-group', 'Ant', false],
    ['everywhere', [mute()], here, 'p/ant-group', 'Ant', true],
    ['for another entity', [mute()], here, 'p/atom', 'Ant', false],
    ['other words', [mute()], here, 'p/ant-group', 'Ant Group', false],
    ['in capitals', [mute()], here, 'p/ant-group', 'ANT', true],
    ['with a soft hyphen in them', [mute()], here, 'p/ant-group', 'A\u00adnt', true],
    [
      'over a line’s end',
      [mute(everywhere, { alias: 'ant group' })],
      here,
      'p/ant-group',
      'Ant\n  Group',
      true,
    ],
    ['on this site', [mute(onSite('news.com/*'))], here, 'p/ant-group', 'Ant', true],
    ['on another site', [mute(onSite('a.news.com/*'))], here, 'p/ant-group', 'Ant', false],
    [
      'on this page',
      [mute(onPage('https://news.com/ants?page=2'))],
      here,
      'p/ant-group',
      'Ant',
      true,
    ],
    ['on another page', [mute(onPage('https://news.com/ants'))], here, 'p/ant-group', 'Ant', false],
    [
      'on a site, where the page has none',
      [mute(onSite('news.com/*'))],
      { site: null, page: null },
      'p/ant-group',
      'Ant',
      false,
    ],
    [
      'the one of two that covers this place',
      [mute(onSite('other.com/*')), mute(onSite('news.com/*'))],
      here,
      'p/ant-group',
      'Ant',
      true,
    ],
  ])('%s', (_name, mutes, place, entity, words, expected) => {
    expect(mutedAt(mutes, place)?.(entity, words) ?? false).toBe(expected);
  });

  test('where nothing covers the place, there is nothing to ask', () => {
    expect(mutedAt([mute(onSite('other.com/*'))], here)).toBeUndefined();
  });

  test.each<[unknown]>([
    [undefined],
    [null],
    ['everywhere'],
    [{ 0: mute() }],
    [[null, 7, 'x', {}, { scope: 'everywhere' }, { scope: { type: 'site' } }, []]],
  ])('stored nonsense mutes nothing: %j', (stored) => {
    expect(mutedAt(stored, here)).toBeUndefined();
    expect(mutedAt(stored, { site: null, page: null })).toBeUndefined();
  });
});

test.each([
  ['https://news.com/ants?page=2#top', 'https://news.com/ants?page=2'],
  ['https://reader:secret@news.com/', 'https://news.com/'],
  ['https://news.com:8443/a', 'https://news.com:8443/a'],
  ['file:///home/reader/a.html#b', 'file:///home/reader/a.html'],
])('the page of %s', (url, page) => {
  expect(pageOf(new URL(url))).toBe(page);
});

test.each<[Parameters<typeof scopeAt>[0], MutePlace, MuteScope | null]>([
  ['everywhere', { site: null, page: null }, everywhere],
  ['site', here, onSite('news.com/*')],
  ['site', { ...here, site: null }, null],
  ['page', here, onPage('https://news.com/ants?page=2')],
  ['page', { ...here, page: null }, null],
  ['page', { ...here, page: `https://news.com/${'a'.repeat(3000)}` }, null],
])('the scope “%s” at %j', (type, place, scope) => {
  expect(scopeAt(type, place)).toEqual(scope);
});

describe('adding and undoing', () => {
  const site = mute(onSite('news.com/*'));
  const later = { at: '2026-02-03T00:00:00.000Z' };

  test('the newest stands last', () => {
    expect(withMutes([site], [mute()])).toEqual([site, mute()]);
  });

  test('the same again takes the place of the older', () => {
    expect(withMutes([site, mute()], [{ ...site, ...later }])).toEqual([
      mute(),
      { ...site, ...later },
    ]);
  });

  test('undoing takes away just that scope, entity and alias', () => {
    const others = [
      mute(),
      mute(onSite('other.com/*')),
      mute(onPage('https://news.com/')),
      { ...site, entity: 'p/atom' },
      { ...site, alias: 'ants' },
    ];
    expect(withoutMutes([site, ...others], [{ ...site, ...later }])).toEqual(others);
  });

  test('beyond the most that are kept the oldest go', () => {
    const full = Array.from({ length: MAX_MUTES }, (_, n) => mute(everywhere, { alias: `a${n}` }));
    const grown = withMutes(full, [mute(), site]);
    expect(grown).toHaveLength(MAX_MUTES);
    expect(grown[0]).toEqual(full[2]);
    expect(grown.slice(-2)).toEqual([mute(), site]);
  });
});

test.each<[string, unknown, boolean]>([
  ['all three scopes', [mute(), mute(onSite('a/*')), mute(onPage('https://a/'))], true],
  ['a scope without its site', [mute({ type: 'site' } as MuteScope)], false],
  ['an unknown scope', [mute({ type: 'planet' } as unknown as MuteScope)], false],
  ['no words', [mute(everywhere, { alias: '' })], false],
  ['no list', {}, false],
])('the schema: %s', (_name, value, sound) => {
  expect(v.is(MutesSchema, value)).toBe(sound);
});
