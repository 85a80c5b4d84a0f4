import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Claim, Source } from '../facts/pack-schema';
import { type ClipDraft, draftClip } from './clip-draft';
import { clipFindings, type KnownClaim } from './clip-findings';
import { ClipExcerptSchema } from './clip-form';
import { finishClip, ownEntity } from './finish-clip';
import {
  currentOf,
  emptyHistory,
  type History,
  isTombstone,
  redo,
  undo,
  withEdit,
} from './history';
import { ownId } from './own-pack';

const TEXT = 'The mayor said on Monday that the bridge would cost 40 million crowns. Nobody asked.';
const WORDS = 'the bridge would cost 40 million crowns';
const START = TEXT.indexOf(WORDS);
const INPUT = {
  text: TEXT,
  start: START,
  end: START + WORDS.length,
  url: 'https://www.gazette.example/bridge?id=1#top',
  canonical: 'https://gazette.example/bridge',
  title: '  A bridge\n too narrow ',
  siteName: 'The Gazette',
  byline: 'By Bo Lund',
  published: '2021-05-04T10:00:00Z',
  lang: 'en_GB',
};
const TODAY = '2026-11-22';

function drafted(change: Record<string, unknown> = {}) {
  const clip = draftClip({ ...INPUT, ...change }, TODAY);
  if (!clip) throw new Error('no draft');
  return clip;
}

describe('a draft', () => {
  test('has what the page says of itself, cleaned', () => {
    const { draft, notices } = drafted();
    expect(notices).toEqual([]);
    expect(draft.excerpt).toMatchObject({ exact: WORDS, start: START });
    expect(draft.source).toEqual({
      url: 'https://gazette.example/bridge',
      retrieved: TODAY,
      title: 'A bridge too narrow',
      publisher: 'The Gazette',
      author: 'Bo Lund',
      published: { date: '2021-05-04', basis: 'stated' },
      language: 'en-GB',
    });
  });

  const long = 'word '.repeat(100);
  test.each<[string, Record<string, unknown>, string[], Record<string, unknown>]>([
    [
      'another site’s canonical',
      { canonical: 'https://evil.example/' },
      ['canonical-elsewhere'],
      { url: 'https://www.gazette.example/bridge?id=1' },
    ],
    [
      'a canonical that runs',
      { canonical: 'javascript:alert(1)' },
      [],
      { url: 'https://www.gazette.example/bridge?id=1' },
    ],
    ['a file', { url: 'file:///home/me/a.html', canonical: INPUT.canonical }, ['no-address'], {}],
    ['an address with a password', { url: 'https://me:pw@a.example/' }, ['no-address'], {}],
    ['no title', { title: '' }, ['no-title'], { title: 'gazette.example/bridge' }],
    [
      'a title that is no text',
      { title: { x: 1 } },
      ['no-title'],
      { title: 'gazette.example/bridge' },
    ],
    ['a title that turns round', { title: 'a\u202eb' }, [], { title: 'ab' }],
    ['script as a title', { title: '<script>x</script>' }, ['no-title'], {}],
    ['a date for people', { published: '4 May 2021' }, ['date-unreadable'], {}],
    ['a date that is none', { published: '2021-02-31' }, ['date-unreadable'], {}],
    ['a month', { published: '2021-05' }, [], { published: { date: '2021-05', basis: 'stated' } }],
    ['no language', { lang: 'english language' }, [], { language: 'und' }],
    [
      'a long selection',
      { text: long, start: 0, end: 400 },
      ['excerpt-too-long', 'excerpt-not-unique'],
      {},
    ],
    [
      'words that turn round',
      { text: 'ab \u202ecd\u202c ef', start: 0, end: 10 },
      ['excerpt-deceives'],
      {},
    ],
  ])('%s', (_name, change, codes, source) => {
    const { draft, notices } = drafted(change);
    expect(notices.map(({ code }) => code)).toEqual(codes);
    expect(draft.source).toMatchObject(source);
  });

  test('of more than a form can hold, the beginning is offered', () => {
    const text = `${'\u{1f5fb} '.repeat(20_000)}end`;
    const { draft, notices } = drafted({ text, start: 0, end: text.length });
    expect(v.safeParse(ClipExcerptSchema, draft.excerpt).success).toBe(true);
    expect(text.startsWith(draft.excerpt.exact)).toBe(true);
    expect(notices.map(({ code }) => code)).toContain('excerpt-too-long');
  });

  test('nothing selected, or no message: no draft', () => {
    for (const message of [null, 7, {}, { ...INPUT, start: 5, end: 5 }, { ...INPUT, end: 1e9 }]) {
      expect(draftClip(message, TODAY)).toBeNull();
    }
  });

  test('whatever a page says, a draft is made or not, and nothing is thrown', () => {
    const anything = fc.record(
      Object.fromEntries(
        Object.keys(INPUT).map((key) => [key, fc.oneof(fc.anything(), fc.string(), fc.nat(90))]),
      ),
    );
    fc.assert(
      fc.property(anything, (message) => {
        const clip = draftClip({ ...INPUT, ...message }, TODAY);
        if (clip) expect(clip.draft.excerpt.exact).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

const claim: Claim = {
  id: 'cost',
  kind: 'figure',
  text: 'The bridge costs 40 million crowns.',
  entities: ['bridge'],
  speaker: { type: 'source' },
  date: { date: '2021-05-04', basis: 'stated' },
  notes: [],
  conflictsWith: [],
  evidence: [
    { source: 'gazette', exact: 'cost 40 million', prefix: '', suffix: '', start: 100, end: 115 },
  ],
};
const gazette: Source = {
  id: 'gazette',
  url: 'https://gazette.example/bridge',
  title: 'A bridge',
  language: 'en',
  translation: 'none',
  stance: 'A newspaper.',
};
const known = (change: Partial<Claim>, url = 'https://herald.example/'): KnownClaim => {
  const sources = [{ ...gazette, url }];
  return { key: 'pack/cost', claim: { ...claim, ...change }, entities: ['pack/bridge'], sources };
};
const finished = (change: Partial<ClipDraft['claim']> = {}): ClipDraft => {
  const { draft } = drafted();
  const own = {
    kind: 'figure',
    text: 'It costs 40 million crowns.',
    entities: ['bridge'],
  } as const;
  return { ...draft, claim: { ...draft.claim, ...own, entities: ['bridge'], ...change } };
};

describe('what is known already', () => {
  const date = { date: '2021-05-04', basis: 'stated' } as const;
  test.each<[string, KnownClaim, Partial<ClipDraft['claim']>, string[]]>([
    [
      'the same words anywhere',
      known({
        evidence: [
          { ...claim.evidence[0], exact: WORDS.replace(' ', '\n') } as Claim['evidence'][number],
        ],
      }),
      {},
      ['same-words'],
    ],
    ['a part of them on the same page', known({}, gazette.url), {}, ['same-passage']],
    ['a part of them elsewhere', known({}), {}, []],
    ['another figure', known({ text: 'The bridge costs 45 million.' }), {}, ['other-figure']],
    [
      'another figure of another kind',
      known({ text: 'It costs 45 million.', kind: 'opinion' }),
      {},
      [],
    ],
    ['the figure written otherwise', known({ text: 'The bridge costs forty million.' }), {}, []],
    [
      'another date',
      known({ text: 'It was opened.' }),
      { text: 'It opened.', date: { ...date, date: '2022' } },
      ['other-date'],
    ],
    [
      'a date that fits',
      known({ text: 'It was opened.' }),
      { text: 'It opened.', date: { ...date, date: '2021' } },
      [],
    ],
    [
      'a date without end',
      known({ text: 'It was opened.' }),
      { text: 'It opened.', date: { ...date, date: '2020/..' } },
      [],
    ],
  ])('%s', (_name, one, change, types) => {
    const findings = clipFindings(finished(change), ['pack/bridge'], [one]);
    expect(findings.map(({ type }) => type)).toEqual(types);
  });

  test('another figure about something else is none', () => {
    const one = known({ text: 'The bridge costs 45 million.' });
    expect(clipFindings(finished(), ['pack/ferry'], [one])).toEqual([]);
  });
});

describe('finishing', () => {
  const options = { unknownStance: 'Not looked at.', isOther: () => false };
  test('a finished draft becomes rows with ids from their content', () => {
    const [first, again] = [finishClip(finished(), options), finishClip(finished(), options)];
    expect(first).toEqual(again);
    if (!first.ok) throw new Error(JSON.stringify(first.problems));
    expect(first.claim.evidence[0]).toMatchObject({ source: first.source.id, exact: WORDS });
    expect(first.source.id).toMatch(/^gazette-example-/);
  });

  test.each<[string, ClipDraft, string, string]>([
    ['no restatement', finished({ text: '' }), 'empty-field', 'claim.text'],
    ['nobody that it is about', finished({ entities: [] }), 'too-few', 'claim.entities'],
    ['script in the restatement', finished({ text: '<script>x</script>' }), 'markup', 'claim.text'],
    [
      'no title',
      { ...finished(), source: { ...finished().source, title: '' } },
      'empty-field',
      'source.title',
    ],
  ])('%s', (_name, draft, code, path) => {
    const result = finishClip(draft, options);
    if (result.ok) throw new Error('finished');
    expect(result.problems).toMatchObject([{ code, place: { path } }]);
  });

  test('an id that names something else gets a counter', () => {
    const taken = new Set<string>();
    const next = (): string => {
      const id = ownId('Ada Holm', ['person'], (one) => taken.has(one));
      taken.add(id);
      return id;
    };
    const first = next();
    expect([next(), next()]).toEqual([`${first}-2`, `${first}-3`]);
    const entity = ownEntity({ label: 'Ada Holm', kind: 'person' }, () => false) as { id: string };
    expect(entity.id).toBe(first);
  });
});

describe('history', () => {
  test('undo and redo walk through all versions, whatever was done', () => {
    const values = fc.array(fc.option(fc.integer(), { nil: null }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.integer(), values, (shipped, after) => {
        let history: History<number> = emptyHistory();
        const versions = [currentOf(history, shipped)];
        for (const value of after) {
          const longer = withEdit(history, shipped, value, TODAY);
          if (longer !== history) versions.push(value);
          history = longer;
        }
        for (const version of [...versions].reverse()) {
          expect(currentOf(history, shipped)).toBe(version);
          history = undo(history);
        }
        for (const version of versions) {
          expect(currentOf(history, shipped)).toBe(version);
          history = redo(history);
        }
      }),
    );
  });

  test('a deletion leaves a tombstone, and can be taken back', () => {
    const deleted = withEdit(withEdit(emptyHistory<string>(), null, 'a', TODAY), null, null, TODAY);
    expect(isTombstone(deleted)).toBe(true);
    expect(currentOf(deleted, null)).toBeNull();
    expect(currentOf(undo(deleted), null)).toBe('a');
  });

  test('an edit after undoing forgets what was undone; old edits go, the record stays', () => {
    let history = withEdit(withEdit(emptyHistory<number>(), 0, 1, TODAY), 0, 2, TODAY);
    history = withEdit(undo(history), 0, 3, TODAY);
    expect(history.edits.map(({ after }) => after)).toEqual([1, 3]);
    for (let value = 4; value < 300; value++) history = withEdit(history, 0, value, TODAY);
    expect([history.edits.length, currentOf(history, 0)]).toEqual([100, 299]);
  });
});
