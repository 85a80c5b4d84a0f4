import { describe, expect, test } from 'vitest';
import { mergeSwitches } from './merge-switches';
import {
  addressOfUrl,
  choiceFor,
  decidingRule,
  isOn,
  NO_SWITCHES,
  parseSwitches,
  type SiteChoice,
  type Switches,
  scopeAt,
  siteName,
  siteOfUrl,
  toggledChoice,
  withChoice,
} from './site-switch';

const onExceptExample: Switches = { default: 'on', sites: { 'example.com/*': 'off' } };
const offExceptExample: Switches = { default: 'off', sites: { 'example.com/*': 'on' } };

describe('siteOfUrl', () => {
  test.each([
    ['https://example.com/', 'example.com/*'],
    ['http://example.com/a/b?c#d', 'example.com/*'],
    ['https://www.example.com/', 'example.com/*'],
    ['https://WWW.Example.COM/', 'example.com/*'],
    ['https://news.example.com/', 'news.example.com/*'],
    ['https://www.news.example.com/', 'news.example.com/*'],
    ['https://wwwexample.com/', 'wwwexample.com/*'],
    ['https://example.com:443/', 'example.com/*'],
    ['http://localhost:8080/x', 'localhost:8080/*'],
    ['https://reader:secret@example.com/', 'example.com/*'],
    ['http://[::1]:8080/', '[::1]:8080/*'],
    ['https://例子.中国/', 'xn--fsqu00a.xn--fiqs8s/*'],
    ['about:blank', null],
    ['file:///home/reader/page.html', null],
    ['chrome://extensions/', null],
    ['moz-extension://0b1f/popup.html', null],
    ['data:text/html,hello', null],
    ['', null],
    ['not an address', null],
  ])('%s → %s', (url, site) => {
    expect(siteOfUrl(url)).toBe(site);
  });

  test('a reader sees the name alone', () => {
    expect(siteName('example.com/*')).toBe('example.com');
  });
});

describe('isOn', () => {
  test.each<[string, Switches, string | null, SiteChoice, boolean]>([
    ['nothing stored', NO_SWITCHES, 'example.com/*', 'default', true],
    ['off here', onExceptExample, 'example.com/*', 'off', false],
    ['off there, not here', onExceptExample, 'example.org/*', 'default', true],
    ['a subdomain is a site of its own', onExceptExample, 'a.example.com/*', 'default', true],
    ['on here', offExceptExample, 'example.com/*', 'on', true],
    ['off by default', offExceptExample, 'example.org/*', 'default', false],
    ['no site: the default', offExceptExample, null, 'default', false],
    ['a name that every object has', onExceptExample, 'constructor', 'default', true],
  ])('%s', (_name, switches, site, choice, on) => {
    expect(choiceFor(switches, site)).toBe(choice);
    expect(isOn(switches, site)).toBe(on);
  });
});

describe('toggledChoice undoes a choice where the default suffices', () => {
  test.each<[string, Switches, SiteChoice]>([
    ['on by default', NO_SWITCHES, 'off'],
    ['off here, on by default', onExceptExample, 'default'],
    ['off by default', { default: 'off', sites: {} }, 'on'],
    ['on here, off by default', offExceptExample, 'default'],
    ['on here, on by default', { default: 'on', sites: { 'example.com/*': 'on' } }, 'off'],
  ])('%s → %s', (_name, switches, choice) => {
    const toggled = withChoice(switches, 'example.com/*', toggledChoice(switches, 'example.com/*'));
    expect(choiceFor(toggled, 'example.com/*')).toBe(choice);
    expect(isOn(toggled, 'example.com/*')).toBe(!isOn(switches, 'example.com/*'));
  });
});

test('withChoice leaves its argument and other sites alone', () => {
  const changed = withChoice(onExceptExample, 'example.org/*', 'off');
  expect(changed.sites).toEqual({ 'example.com/*': 'off', 'example.org/*': 'off' });
  expect(onExceptExample.sites).toEqual({ 'example.com/*': 'off' });
  expect(withChoice(changed, 'example.com/*', 'default').sites).toEqual({ 'example.org/*': 'off' });
});

describe('parseSwitches falls back to the defaults', () => {
  test.each<[string, unknown, Switches]>([
    ['nothing', undefined, NO_SWITCHES],
    ['no object', 'on', NO_SWITCHES],
    ['an unknown default', { default: 'maybe', sites: {} }, NO_SWITCHES],
    ['an unknown state', { sites: { 'example.com/*': 'sometimes' } }, NO_SWITCHES],
    ['sites only', { sites: { 'example.com/*': 'off' } }, onExceptExample],
    ['default only', { default: 'off' }, { default: 'off', sites: {} }],
  ])('%s', (_name, stored, switches) => {
    expect(parseSwitches(stored)).toEqual(switches);
  });
});

describe('mergeSwitches', () => {
  test.each<[string, Switches, Record<string, SiteChoice>, Switches]>([
    ['nothing of its own', onExceptExample, {}, onExceptExample],
    [
      'a further site',
      onExceptExample,
      { 'b.org/*': 'off' },
      { default: 'on', sites: { 'example.com/*': 'off', 'b.org/*': 'off' } },
    ],
    [
      'the other way round than stored',
      onExceptExample,
      { 'example.com/*': 'on' },
      { default: 'on', sites: { 'example.com/*': 'on' } },
    ],
    ['undoes a stored choice', onExceptExample, { 'example.com/*': 'default' }, NO_SWITCHES],
  ])('%s', (_name, stored, own, merged) => {
    expect(mergeSwitches(stored, own)).toEqual(merged);
  });
});

describe('patterns', () => {
  const sites = {
    '*.example.com/*': 'off',
    'news.example.com/*': 'on',
    'news.example.com/sport/*': 'off',
    'news.example.com/sport/today': 'on',
    '*.org/*': 'off',
    'example.org:8080/*': 'on',
    'no-slash': 'off',
  } as const;
  const switches: Switches = { default: 'on', sites };

  test.each<[string, string | null]>([
    ['https://example.com/', '*.example.com/*'],
    ['https://www.example.com/a', '*.example.com/*'],
    ['https://deep.below.example.com/a', '*.example.com/*'],
    ['https://notexample.com/', null],
    ['https://example.com.evil.net/', null],
    ['https://news.example.com/', 'news.example.com/*'],
    ['https://news.example.com/sporty', 'news.example.com/*'],
    ['https://news.example.com/sport/', 'news.example.com/sport/*'],
    ['https://news.example.com/sport/today?x#y', 'news.example.com/sport/today'],
    ['https://example.org/', '*.org/*'],
    ['https://example.org:8080/', 'example.org:8080/*'],
    ['https://no-slash/', null],
    ['about:blank', null],
  ])('%s: %s decides', (url, rule) => {
    const address = addressOfUrl(url);
    expect(decidingRule(switches, address)).toBe(rule);
    expect(isOn(switches, address)).toBe(rule === null || { ...sites }[rule] === 'on');
  });

  test.each([
    ['https://deep.example.com/a', 'deep.example.com/*', 'on'],
    ['https://news.example.com/a', 'news.example.com/*', 'default'],
    ['https://news.example.com/sport/a', 'news.example.com/sport/*', 'default'],
    ['https://else.net/a', 'else.net/*', 'off'],
  ])('a click at %s is about %s', (url, scope, choice) => {
    const address = addressOfUrl(url) ?? '';
    expect(scopeAt(switches, address)).toBe(scope);
    expect(toggledChoice(switches, scope)).toBe(choice);
    const clicked = withChoice(switches, scope, toggledChoice(switches, scope));
    expect(isOn(clicked, address)).toBe(!isOn(switches, address));
  });
});
