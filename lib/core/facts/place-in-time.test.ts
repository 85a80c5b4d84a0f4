import { expect, test } from 'vitest';
import type { Claim, Source } from './pack-schema';
import { type PlaceInTime, placeInTime } from './place-in-time';

const source = (id: string, date?: string): Source => ({
  id,
  title: id,
  language: 'en',
  translation: 'none',
  stance: 'A view.',
  ...(date !== undefined && { published: { date, basis: 'stated' } }),
});
const sources = [source('2019', '2019-05-01'), source('2022', '2022-05-01'), source('undated')];

const claim = (date: string | undefined, rest: Partial<Claim> = {}): Claim => ({
  id: 'claim',
  kind: 'event',
  text: 'A claim.',
  entities: ['somebody'],
  speaker: { type: 'source' },
  notes: [],
  conflictsWith: [],
  evidence: [],
  ...(date !== undefined && { date: { date, basis: 'stated' } }),
  ...rest,
});

const evidenceIn = (ids: readonly string[]): Claim['evidence'] =>
  ids.map((id) => ({ source: id, exact: 'words', prefix: '', suffix: '', start: 0, end: 5 }));

test.each<[string | undefined, string, PlaceInTime]>([
  ['2021-09-02', '2021-09-03', 'before'],
  ['2021-09-03', '2021-09-03', 'before'],
  ['2021-09-04', '2021-09-03', 'after'],
  ['2021-08', '2021-09-03', 'before'],
  ['2021-09', '2021-09-03', 'open'],
  ['2021-10', '2021-09-03', 'after'],
  ['2020', '2021-09-03', 'before'],
  ['2021', '2021-09-03', 'open'],
  ['202X', '2021-09-03', 'open'],
  ['2018/2020', '2021-09-03', 'before'],
  ['2018/2022', '2021-09-03', 'open'],
  ['2022/2023', '2021-09-03', 'after'],
  ['2020-11/..', '2021-09-03', 'open'],
  ['2022/..', '2021-09-03', 'after'],
  ['../2020', '2021-09-03', 'before'],
  ['../2022', '2021-09-03', 'open'],
  ['2021-09-01~', '2021-09-03', 'open'],
  ['2021-08-20~', '2021-09-03', 'before'],
  ['2021-09-08?', '2021-09-03', 'open'],
  ['2021-09-20%', '2021-09-03', 'after'],
  ['2021-07~', '2021-09-03', 'before'],
  ['2021-08~', '2021-09-03', 'open'],
  ['2020~', '2021-09-03', 'open'],
  ['2019~', '2021-09-03', 'before'],
  [undefined, '2021-09-03', 'open'],
  ['2021-09-02', '2021-09', 'open'],
  ['2021-08-31', '2021-09', 'before'],
  ['2021-10-01', '2021-09', 'after'],
  ['2021-06', '2021', 'open'],
  ['2022-01-01', '2021', 'after'],
  ['2021', 'no date', 'open'],
])('%s, read on a page of %s: %s', (date, page, place) => {
  expect(placeInTime(claim(date), [], page)).toBe(place);
});

test.each<[string, string[], string, PlaceInTime]>([
  ['first told before the page', ['2019', '2022'], '2021-09-03', 'before'],
  ['told after the page only', ['2022'], '2021-09-03', 'after'],
  ['told by a source without a date', ['undated'], '2021-09-03', 'open'],
  ['told by nobody', [], '2021-09-03', 'open'],
])('a forecast is placed by when it was told: %s', (_name, ids, page, place) => {
  expect(
    placeInTime(claim('2025', { kind: 'forecast', evidence: evidenceIn(ids) }), sources, page),
  ).toBe(place);
});

test.each<[string, string | undefined, string[], PlaceInTime]>([
  ['undated, but printed before the page', undefined, ['2019'], 'before'],
  ['undated, printed after it', undefined, ['2022'], 'open'],
  ['of that year, printed before the page', '2021', ['2019'], 'before'],
  ['of a later day, whoever told it', '2021-10-01', ['2019'], 'after'],
])('where the date does not tell, the sources do: %s', (_name, date, ids, place) => {
  expect(placeInTime(claim(date, { evidence: evidenceIn(ids) }), sources, '2021-09-03')).toBe(
    place,
  );
});
