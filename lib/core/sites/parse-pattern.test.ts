import { describe, expect, test } from 'vitest';
import { parsePattern, reachOf } from './parse-pattern';
import { addressOfUrl, isOn } from './site-switch';

describe('what a reader types', () => {
  test.each([
    ['example.com', 'example.com/*'],
    ['  Example.COM/ ', 'example.com/*'],
    ['www.example.com', 'example.com/*'],
    ['https://www.example.com', 'example.com/*'],
    ['https://example.com/', 'example.com/*'],
    ['*.example.com', '*.example.com/*'],
    ['*://*.example.com/*', '*.example.com/*'],
    ['example.com/*', 'example.com/*'],
    ['example.com/news/*', 'example.com/news/*'],
    ['example.com/news*', 'example.com/news*'],
    ['https://example.com/news/a.html?b=c#d', 'example.com/news/a.html'],
    ['example.com/?page=2', 'example.com/'],
    ['*.example.com/en/*', '*.example.com/en/*'],
    ['localhost:8080', 'localhost:8080/*'],
    ['[::1]', '[::1]/*'],
    ['bücher.example/é*', 'xn--bcher-kva.example/%C3%A9*'],
    ['例え.jp', 'xn--r8jz45g.jp/*'],
  ])('%s becomes %s', (typed, pattern) => {
    expect(parsePattern(typed)).toEqual({ ok: true, pattern });
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['*', 'everything'],
    ['*/*', 'everything'],
    ['*://*/*', 'everything'],
    ['file:///home/a.html', 'not-web'],
    ['chrome://settings', 'not-web'],
    ['news.*', 'star'],
    ['exam*ple.com', 'star'],
    ['example.com/*/news', 'star'],
    ['two words', 'unreadable'],
    ['user:secret@example.com', 'unreadable'],
    ['http://', 'empty'],
    ['..', 'unreadable'],
    [`example.com/${'a'.repeat(300)}`, 'too-long'],
  ])('%s is refused: %s', (typed, problem) => {
    expect(parsePattern(typed)).toEqual({ ok: false, problem });
  });

  test.each([
    ['example.com', 'https://www.example.com/any/page?x'],
    ['*.example.com', 'https://deep.news.example.com/'],
    ['https://example.com/news/*', 'https://example.com/news/today'],
    ['https://example.com/a?b', 'https://example.com/a?c#d'],
  ])('%s then fits %s', (typed, url) => {
    const parsed = parsePattern(typed);
    const sites = parsed.ok ? { [parsed.pattern]: 'off' as const } : {};
    expect(isOn({ default: 'on', sites }, addressOfUrl(url))).toBe(false);
  });
});

describe('what a pattern covers', () => {
  test.each([
    ['example.com/*', { host: 'example.com', below: false, pages: 'all', address: 'example.com/' }],
    ['*.a.org/*', { host: 'a.org', below: true, pages: 'all', address: 'a.org/' }],
    ['a.org/b/*', { host: 'a.org', below: false, pages: 'beginning', address: 'a.org/b/' }],
    ['a.org/b', { host: 'a.org', below: false, pages: 'one', address: 'a.org/b' }],
    ['a.org/', { host: 'a.org', below: false, pages: 'one', address: 'a.org/' }],
  ])('%s', (pattern, reach) => {
    expect(reachOf(pattern)).toEqual(reach);
  });
});
