import { describe, expect, test } from 'vitest';
import { antGroup } from '../../tests/fixtures/cards/ant-group';
import { huge } from '../../tests/fixtures/cards/large';
import type { EntityCard } from '../core/facts/card';
import type { Claim, Source } from '../core/facts/pack-schema';
import {
  checkedRemark,
  claimSpeaker,
  claimsFrom,
  corroborationText,
  evidenceSpeaker,
  shortTitle,
  sourceName,
  translationRemark,
  wordsRemark,
} from './claim-view';

function claimOf(card: EntityCard, id: string): Claim {
  const found = [...card.claims, ...card.linkedClaims].find((claim) => claim.id === id);
  if (!found) throw new Error(`the fixture lost its claim ${id}`);
  return found;
}

function source(changes: Partial<Source>): Source {
  return {
    id: 's',
    title: 'A title',
    language: 'en',
    translation: 'none',
    stance: '-',
    ...changes,
  };
}

describe('claimSpeaker', () => {
  test.each([
    ['ant-35-percent', 'Reuters'],
    ['ant-data-confiscated', 'Epoch Times'],
    ['ant-invested-500-million', 'people who know the plan, via Reuters'],
    ['ant-asserts-independence', 'Ant Group'],
    ['ant-ipo-demolished', '“Xi’s push against Jack Ma is a new…” and 1 more'],
    ['ant-owned-by-alibaba', null],
  ])('%s', (id, speaker) => {
    expect(claimSpeaker(antGroup, claimOf(antGroup, id))).toBe(speaker);
  });

  test('a speaker that the card does not know is shown by its id', () => {
    const claim = {
      ...claimOf(antGroup, 'ant-35-percent'),
      speaker: { type: 'entity', entity: 'who-is-this' },
    } as const;
    expect(claimSpeaker(antGroup, claim)).toBe('who-is-this');
  });
});

describe('evidenceSpeaker', () => {
  const evidence = { source: 'xi-push', exact: 'x', prefix: '', suffix: '', start: 0, end: 1 };
  test.each([
    [undefined, null],
    [{ type: 'source' }, '“Xi’s push against Jack Ma is a new…”'],
    [{ type: 'entity', entity: 'reuters', via: 'bloomberg' }, 'Reuters, via Bloomberg'],
    [{ type: 'unnamed', description: 'officials' }, 'officials'],
  ] as const)('%j', (speaker, text) => {
    expect(evidenceSpeaker(antGroup, speaker ? { ...evidence, speaker } : evidence)).toBe(text);
  });
});

describe('names of sources', () => {
  test.each([
    ['Short', 'Short'],
    ['Exactly thirty-six characters, as is', 'Exactly thirty-six characters, as is'],
    ['The party wants to give you a score. The CCP', 'The party wants to give you a score…'],
    ['Big data for 900 million Chinese… The party', 'Big data for 900 million Chinese…'],
    ['一'.repeat(50), `${'一'.repeat(36)}…`],
  ])('shortTitle %j', (title, short) => {
    expect(shortTitle(title)).toBe(short);
  });

  test('publisher before title; a missing source is said so', () => {
    expect(sourceName(source({ publisher: 'The Paper' }))).toBe('The Paper');
    expect(sourceName(source({}))).toBe('“A title”');
    expect(sourceName(undefined)).toBe('a source that is not in the pack');
  });
});

describe('translationRemark', () => {
  test.each([
    [{ translation: 'none', originalLanguage: 'zh' }, null],
    [{ translation: 'machine', originalLanguage: 'ko' }, 'machine translation from Korean'],
    [{ translation: 'machine', originalLanguage: 'zh-Hant' }, 'machine translation from Chinese'],
    [{ translation: 'machine', originalLanguage: 'en' }, 'machine translation'],
    [{ translation: 'machine' }, 'machine translation'],
    [{ translation: 'human', originalLanguage: 'zh' }, 'translation from Chinese'],
    [{ translation: 'unknown' }, 'perhaps a translation'],
  ] as const)('%j', (changes, text) => {
    expect(translationRemark(source(changes))).toBe(text);
  });
});

describe('corroborationText', () => {
  test.each([
    [undefined, 'no source'],
    [{ speakers: 0, sources: 0, ofSources: 5 }, 'no source'],
    [{ speakers: 1, sources: 1, ofSources: 5 }, 'single source · 1 of 5'],
    [{ speakers: 1, sources: 1, ofSources: 1 }, 'single source'],
    [{ speakers: 2, sources: 2, ofSources: 5 }, '2 of 5 sources'],
    [{ speakers: 1, sources: 3, ofSources: 5 }, '3 of 5 sources, all quoting one voice'],
  ])('%j', (counts, text) => {
    expect(corroborationText(counts)).toBe(text);
  });
});

describe('what an excerpt’s words are', () => {
  const stored = source({ file: 's.txt', sha256: '0'.repeat(64) });
  const from = (origin: EntityCard['pack']['origin']): EntityCard => ({
    ...antGroup,
    pack: { ...antGroup.pack, origin },
  });

  test.each<[EntityCard['pack']['origin'], Partial<Source>, RegExp]>([
    ['bundled', {}, /^Verbatim: checked against the stored text$/],
    ['bundled', { translation: 'machine' }, /^Verbatim from this machine translation, not /],
    ['bundled', { translation: 'human' }, /^Verbatim from this translation, not the speaker/],
    ['bundled', { translation: 'unknown' }, /which may be a translation$/],
    ['own', {}, /^Verbatim/],
    ['imported', {}, /^As given by the pack “China’s tech crackdown”$/],
    ['imported', { translation: 'machine' }, /^As given by the pack .* from a translation$/],
  ])('%s pack, %j', (origin, changes, remark) => {
    expect(wordsRemark(from(origin), { ...stored, ...changes })).toMatch(remark);
  });

  test('it says against what they were checked', () => {
    expect(checkedRemark(from('bundled'), { ...stored, publisher: 'The Paper' })).toContain(
      'the stored text of The Paper',
    );
    expect(checkedRemark(from('own'), stored)).toContain('You clipped this from “A title”');
    expect(checkedRemark(from('imported'), stored)).toContain('has not seen');
    expect(checkedRemark(from('bundled'), undefined)).toContain('has not seen');
    expect(
      checkedRemark(from('bundled'), { ...stored, translation: 'machine', originalLanguage: 'ko' }),
    ).toMatch(/machine translation from Korean/);
  });
});

describe('claimsFrom', () => {
  test('puts the sought claim first and loses none', () => {
    const ordered = claimsFrom(huge, 'huge-7');
    expect(ordered[0]?.id).toBe('huge-7');
    expect(new Set(ordered).size).toBe(huge.claims.length);
  });

  test.each([undefined, 'no-such-claim'])('%s leaves the order alone', (sought) => {
    expect(claimsFrom(huge, sought)).toEqual(huge.claims);
  });
});
