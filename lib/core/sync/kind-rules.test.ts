import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings/settings';
import { NO_SWITCHES } from '../sites/site-switch';
import {
  isSoundFact,
  isSoundSetting,
  isSoundSite,
  settingRules,
  settingsOf,
  settingValues,
  siteRules,
} from './kind-rules';
import { EMPTY_MEMORY, meet } from './reconcile';
import { EMPTY_REPLICA, join, withChange } from './replica';
import { isLeftThere, newDeviceId, parseSyncState, waitAfter, waitUntil } from './sync-state';

const OTHER = 'bbbbbbbbbb';
const here = settingValues(DEFAULT_SETTINGS, NO_SWITCHES);
const from = (id: string, value: unknown, device = OTHER) =>
  withChange(EMPTY_REPLICA, device, { id, value, replaces: 'all' });

describe('what may come', () => {
  test.each([
    ['example.com/*', 'on', true],
    ['*.example.com/*', 'off', true],
    ['example.com:8080/news/*', 'off', true],
    ['example.com/*', 'default', false],
    ['__proto__', 'on', false],
    ['a b/*', 'on', false],
    [`${'x'.repeat(300)}/*`, 'on', false],
  ])('site %s %s: %s', (id, value, expected) => {
    expect(isSoundSite(id, value)).toBe(expected);
  });
  test.each([
    ['look', 'tint', true],
    ['of-a-newer-version', ['a'], true],
    ['look', { deep: 1 }, false],
    ['x'.repeat(101), 1, false],
  ])('setting %s: %s', (id, value, expected) => {
    expect(isSoundSetting(id, value)).toBe(expected);
  });
  test.each([
    ['entities/a', {}],
    ['nothing/a', {}],
    ['entities', 'x'],
    ['sources/b', { id: 'a', title: 'A', language: 'en', translation: 'none', stance: 'S' }],
  ])('fact %s is refused', (id, value) => {
    expect(isSoundFact(id, value)).toBe(false);
  });
});

describe('settings', () => {
  test('that nobody has chosen are not sent, and take what is chosen elsewhere', () => {
    const letters = [from('look', 'tint')];
    const { changes, hasNews } = meet(EMPTY_MEMORY, here, letters, 'aaaaaaaaaa', settingRules);
    expect(hasNews).toBe(false);
    expect(changes).toEqual([{ id: 'look', before: 'dotted', after: 'tint', beside: [] }]);
  });

  test.each([
    ['look', 'of-a-newer-version'],
    ['newerSetting', true],
  ])('of a newer version are passed on and change nothing: %s', (id, value) => {
    const first = meet(EMPTY_MEMORY, here, [from(id, value)], 'aaaaaaaaaa', settingRules);
    expect(first.changes).toEqual([]);
    const again = meet(first.memory, here, [], 'aaaaaaaaaa', settingRules);
    expect(again.memory.replica.records.get(id)?.[0]?.value).toBe(value);
    const later = new Map([...here, ['look', 'faint']]);
    const chosen = meet(again.memory, later, [], 'aaaaaaaaaa', settingRules).memory.replica;
    expect(chosen.records.get('look')?.map((version) => version.value)).toEqual(['faint']);
  });

  test('become settings and the default switch again', () => {
    const { settings, defaultSwitch } = settingsOf(here);
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(defaultSwitch).toBe('on');
  });
});

test('a rule for a site: of two the one with the higher count holds, whichever came first', () => {
  const one = from('example.com/*', 'on');
  const later = withChange(from('other.example/*', 'on', 'cccccccccc'), 'cccccccccc', {
    ...{ id: 'example.com/*', value: 'off', replaces: 'all' },
  });
  for (const letters of [[one, later], [later, one], [join(one, later)]]) {
    const { changes } = meet(EMPTY_MEMORY, new Map(), letters, 'aaaaaaaaaa', siteRules);
    expect(changes).toContainEqual({
      ...{ id: 'example.com/*', before: null, after: 'off', beside: ['on'] },
    });
  }
});

test.each([undefined, null, 7, 'x', {}, { device: 'Anna’s laptop', kinds: { settings: 1 } }])(
  'a state of %j turns nothing on',
  (stored) => {
    const { device, kinds } = parseSyncState(stored);
    expect(device).toBe('');
    expect(Object.values(kinds).map(({ isOn }) => isOn)).toEqual([false, false, false]);
  },
);

test('a device’s name tells nothing', () => {
  expect(newDeviceId()).toMatch(/^[a-z0-9]{10}$/);
  expect(newDeviceId()).not.toBe(newDeviceId());
});

test('waiting doubles up to an hour', () => {
  expect([1, 2, 3, 20].map(waitAfter)).toEqual([60_000, 120_000, 240_000, 3_600_000]);
});

describe('how long is left to wait', () => {
  const now = Date.parse('2024-05-01T12:00:00Z');
  test.each([
    [null, 0],
    ['no date', 0],
    ['2024-05-01T11:59:00Z', 0],
    ['2024-05-01T12:02:00Z', 120_000],
    // Written while the clock was wrong.
    ['2041-05-01T12:00:00Z', 0],
  ])('until %s', (retryAt, expected) => {
    expect(waitUntil(retryAt, now)).toBe(expected);
  });
});

test.each([
  ['never sent', {}, false],
  ['on', { isOn: true, sentAt: '2024-05-01T12:00:00Z' }, false],
  ['sent and turned off', { sentAt: '2024-05-01T12:00:00Z' }, true],
  ['not deleted', { trouble: { code: 'not-erased' as const, detail: 'x' } }, true],
])('whether there is something to delete of a kind that is %s', (_name, part, expected) => {
  const { settings } = parseSyncState({}).kinds;
  expect(isLeftThere({ ...settings, ...part })).toBe(expected);
});
