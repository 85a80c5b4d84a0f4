import { describe, expect, test } from 'vitest';
import { CallError } from './call-error';
import { clipProtocol } from './clip-protocol';
import { packProtocol } from './pack-protocol';
import type { ErrorCode } from './protocol';
import { checkResult } from './send';
import { unwrapAnswer } from './send-unchecked';
import { answer, type Handlers, type Self, type Sender } from './serve';
import { syncProtocol } from './sync-protocol';

const self: Self = { id: 'glossator', origin: 'chrome-extension://glossator/' };
const page: Sender = {
  id: 'glossator',
  url: 'https://example.com/',
  frameId: 0,
  tab: { id: 7, url: 'https://example.com/', incognito: false },
};
const panel: Sender = { id: 'glossator', url: 'chrome-extension://glossator/popup.html' };

const called: unknown[] = [];
/** Of no account here. */
const others = Object.fromEntries(
  [...Object.keys(packProtocol), ...Object.keys(clipProtocol), ...Object.keys(syncProtocol)].map(
    (call) => [call, () => Promise.reject(new Error(call))],
  ),
) as unknown as Pick<
  Handlers,
  keyof typeof packProtocol | keyof typeof clipProtocol | keyof typeof syncProtocol
>;
const handlers: Handlers = {
  ...others,
  getEntityCards: async ({ entities }) => {
    called.push(entities);
    return { groups: [] };
  },
  getContext: async () => ({ pieces: [] }),
  loadPopover: () => Promise.reject(new Error('no such frame')),
  showMarks: async () => ({}),
  loadLargeLists: async () => ({}),
  confirmNames: async () => ({ entities: [], found: [] }),
  getTopSite: async (_params, sender) => ({ site: sender.tab?.url ?? null, page: null }),
  getPrivateSwitches: () => {
    throw new CallError('not-ready', 'still preparing');
  },
  muteMention: async () => ({}),
  unmuteMention: async () => ({}),
  getPrivateMutes: async () => ({ mutes: [] }),
  getMutes: async () => ({ mutes: [] }),
  forgetMute: async () => ({}),
  restoreMute: async () => ({}),
  getPacks: async () => ({ packs: [] }),
  getCatalogue: async () => ({ catalogue: null }),
  reportMentions: async () => ({}),
  search: async () => ({ hits: [] }),
  getSiteState: async () => ({
    site: null,
    choice: 'default',
    default: 'on',
    otherwise: 'on',
    on: true,
  }),
  setSiteChoice: async () => ({}),
  setDefaultSwitch: async () => ({}),
  browseEntities: async () => ({
    total: 0,
    entities: [],
    kinds: [],
    sources: [],
    packs: [],
    largePacks: [],
  }),
  getSources: async () => ({ total: 0, sources: [], largePacks: [] }),
  getSourcePage: async () => ({ page: null }),
  getTimeline: async () => ({
    total: 0,
    undated: 0,
    periods: [],
    kinds: [],
    sources: [],
    claims: [],
    sets: [],
    largePacks: [],
  }),
  getBriefing: async () => ({ groups: [], entities: [], relations: [], claims: [], sets: [] }),
  getRecent: async () => ({ recent: [] }),
  addRecent: async () => ({}),
  clearRecent: async () => ({}),
  getFactBaseState: async () => ({ state: 'preparing' }),
  rebuildFactBase: async () => ({ state: 'preparing' }),
};

const ask = (message: unknown, sender: Sender = page) => answer(handlers, message, sender, self);

describe('a call is answered', () => {
  test('with the handler’s value', async () => {
    const message = { call: 'getEntityCards', params: { entities: ['pack/ada'] } };
    expect(await ask(message)).toEqual({ ok: true, value: { groups: [] } });
    expect(called).toEqual([['pack/ada']]);
  });

  test('knowing who asks', async () => {
    expect(await ask({ call: 'getTopSite', params: {} })).toEqual({
      ok: true,
      value: { site: 'https://example.com/', page: null },
    });
  });

  test('to our own pages, whatever they ask', async () => {
    const search = { call: 'search', params: { query: 'ada', limit: 5 } };
    expect(await ask(search, panel)).toEqual({ ok: true, value: { hits: [] } });
    const cards = { call: 'getEntityCards', params: { entities: [] } };
    expect(await ask(cards, panel)).toMatchObject({ ok: true });
  });
});

describe('a call is refused with a reason', () => {
  const noParams = { params: {} };
  test.each<[string, unknown, Sender, ErrorCode]>([
    ['unknown', { call: 'eraseDisk', ...noParams }, page, 'unknown-call'],
    ['a name that every object has', { call: 'toString', ...noParams }, page, 'unknown-call'],
    ['no name', { call: 7, ...noParams }, page, 'unknown-call'],
    ['no parameters', { call: 'getEntityCards' }, page, 'bad-params'],
    ['parameters of another type', { call: 'getEntityCards', params: 'ada' }, page, 'bad-params'],
    [
      'a key that is too long',
      { call: 'getEntityCards', params: { entities: ['a'.repeat(200)] } },
      page,
      'bad-params',
    ],
    [
      'too many at once',
      { call: 'getEntityCards', params: { entities: Array(21).fill('pack/ada') } },
      page,
      'bad-params',
    ],
    ['one parameter too many', { call: 'getTopSite', params: { tab: 8 } }, page, 'bad-params'],
    [
      'a mute for a place of the page’s own choosing',
      {
        call: 'muteMention',
        params: { entities: ['pack/ada'], words: 'Ada', scope: { type: 'site', site: 'bank/*' } },
      },
      page,
      'bad-params',
    ],
    [
      'a clipping with words of the page’s own choosing',
      { call: 'beginClip', params: { entity: null, place: 1, exact: 'words' } },
      page,
      'bad-params',
    ],
    [
      'another extension begins a clipping',
      { call: 'beginClip', params: { entity: null, place: null } },
      { ...page, id: 'other' },
      'not-allowed',
    ],
    [
      'a page begins a clipping in some tab',
      { call: 'clipTab', params: { tab: 8 } },
      page,
      'not-allowed',
    ],
    [
      'a page asks what was clipped from it',
      { call: 'checkTab', params: { tab: 8 } },
      page,
      'not-allowed',
    ],
    ['a page asks for all mutes', { call: 'getMutes', ...noParams }, page, 'not-allowed'],
    ['a negative count', { call: 'reportMentions', params: { count: -1 } }, page, 'bad-params'],
    ['a page asks for the panel’s', { call: 'rebuildFactBase', ...noParams }, page, 'not-allowed'],
    [
      'a page that only looks like ours',
      { call: 'rebuildFactBase', ...noParams },
      { ...page, url: 'https://example.com/chrome-extension://glossator/' },
      'not-allowed',
    ],
    [
      'a page without address',
      { call: 'rebuildFactBase', ...noParams },
      { id: 'glossator' },
      'not-allowed',
    ],
    [
      'another extension',
      { call: 'getTopSite', ...noParams },
      { ...page, id: 'other' },
      'not-allowed',
    ],
    ['nobody', { call: 'getTopSite', ...noParams }, {}, 'not-allowed'],
    ['the handler rejects', { call: 'loadPopover', ...noParams }, page, 'failed'],
    ['the handler says why', { call: 'getPrivateSwitches', ...noParams }, page, 'not-ready'],
  ])('%s', async (_name, message, sender, code) => {
    const given = await ask(message, sender);
    expect(given).toMatchObject({ ok: false, error: { code } });
    expect(() => unwrapAnswer(given)).toThrow(CallError);
  });
});

test.each([[undefined], [null], ['hello'], [7], [{}], [[]], [{ event: 'stepMention' }]])(
  'a message that is no call is left to others: %j',
  (message) => {
    expect(ask(message)).toBeUndefined();
  },
);

describe('the caller', () => {
  test.each<[string, unknown, string]>([
    ['nobody answered', undefined, 'unreachable'],
    ['an answer of unknown form', { ok: 'yes' }, 'bad-answer'],
    ['an error without a form', { ok: false }, 'bad-answer'],
    ['an unknown error', { ok: false, error: { code: 'odd', message: 'x' } }, 'failed'],
    ['a known error', { ok: false, error: { code: 'not-ready', message: 'x' } }, 'not-ready'],
  ])('hears of %s', (_name, given, code) => {
    expect(() => unwrapAnswer(given)).toThrow(expect.objectContaining({ code }));
  });

  test('gets the value of a good answer', () => {
    expect(unwrapAnswer({ ok: true, value: 5 })).toBe(5);
  });

  test('gets no result that is not what the call promises', () => {
    expect(checkResult('search', { hits: [] })).toEqual({ hits: [] });
    expect(() => checkResult('search', { hits: [{ kind: 'spell' }] })).toThrow(
      expect.objectContaining({ code: 'bad-answer' }),
    );
  });
});
