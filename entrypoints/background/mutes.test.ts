import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mutedAt } from '../../lib/core/recognition/mutes';
import type { Muting } from '../../lib/messaging/protocol';
import type { Sender } from '../../lib/messaging/serve';
import { muteHandlers } from './mutes';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const SECRET = 'https://secret.example/story';
const from = (url: string | undefined, incognito = false): Sender => ({
  id: 'glossator',
  // The frame's own address says nothing about what the reader sees.
  url: 'https://frame.example/',
  tab: { id: 7, url, incognito },
});
const open = from('https://www.news.com/a?b#c');
const hidden = from(SECRET, true);
const muting = (scope: Muting['scope'], more: Partial<Muting> = {}): Muting => ({
  entities: ['p/ant-group'],
  words: 'ANT',
  scope,
  ...more,
});
const stored = async () => (await muteHandlers.getMutes({}, {})).mutes;

beforeEach(() => fakeBrowser.reset());

describe('a mute is stored', () => {
  test.each<[Muting['scope'], object]>([
    ['everywhere', { type: 'everywhere' }],
    ['site', { type: 'site', site: 'news.com/*' }],
    ['page', { type: 'page', page: 'https://www.news.com/a?b' }],
  ])('%s, as the tab’s address says', async (scope, expected) => {
    await muteHandlers.muteMention(muting(scope), open);
    expect(await stored()).toEqual([
      {
        entity: 'p/ant-group',
        alias: 'ant',
        scope: expected,
        at: expect.stringMatching(/^\d{4}-/),
      },
    ]);
    await muteHandlers.unmuteMention(muting(scope), open);
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  test('one for each entity that the words may mean', async () => {
    await muteHandlers.muteMention(muting('site', { entities: ['p/a', 'p/b'] }), open);
    expect((await stored()).map(({ entity }) => entity)).toEqual(['p/a', 'p/b']);
  });

  test('also when several come at once', async () => {
    const words = ['one', 'two', 'three'];
    await Promise.all(
      words.map((word) => muteHandlers.muteMention(muting('site', { words: word }), open)),
    );
    expect((await stored()).map(({ alias }) => alias)).toEqual(words);
  });

  test('among others in a form that is not understood, which go', async () => {
    await browser.storage.local.set({ mutes: [{ alias: 7 }, 'x'] });
    await muteHandlers.muteMention(muting('everywhere'), open);
    expect(await stored()).toHaveLength(1);
  });
});

describe('what cannot be remembered is refused, and nothing changes', () => {
  test.each<[string, Muting, Sender]>([
    ['no site', muting('site'), from('file:///home/reader/a.html')],
    ['no address', muting('page'), from(undefined)],
    ['no tab', muting('everywhere'), { id: 'glossator' }],
    ['an endless address', muting('page'), from(`https://news.com/?${'a'.repeat(3000)}`)],
    ['words that nobody sees', muting('everywhere', { words: '\u200b ' }), open],
  ])('%s', async (_name, params, sender) => {
    await expect(muteHandlers.muteMention(params, sender)).rejects.toThrow();
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});

describe('in private windows', () => {
  test.each<Muting['scope']>(['everywhere', 'site', 'page'])(
    '“%s” is held in memory only, and told to private windows only',
    async (scope) => {
      await muteHandlers.muteMention(muting('everywhere', { words: 'kept' }), open);
      const before = await browser.storage.local.get(null);
      await muteHandlers.muteMention(muting(scope), hidden);
      expect(await browser.storage.local.get(null)).toEqual(before);

      const told = await muteHandlers.getPrivateMutes({}, hidden);
      const place = { site: 'secret.example/*', page: SECRET };
      expect(mutedAt(told.mutes, place)?.('p/ant-group', 'Ant')).toBe(true);
      expect(mutedAt(told.mutes, place)?.('p/ant-group', 'kept')).toBe(true);
      expect((await muteHandlers.getPrivateMutes({}, open)).mutes).toEqual(await stored());

      await muteHandlers.unmuteMention(muting(scope), hidden);
      expect(await browser.storage.session.get(null)).toEqual({});
      expect(await browser.storage.local.get(null)).toEqual(before);
    },
  );

  test('undo takes nothing from what is stored', async () => {
    await muteHandlers.muteMention(muting('everywhere'), open);
    await muteHandlers.unmuteMention(muting('everywhere'), hidden);
    expect(await stored()).toHaveLength(1);
  });
});
