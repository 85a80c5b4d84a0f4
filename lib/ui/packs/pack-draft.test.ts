import { describe, expect, test } from 'vitest';
import { metaOfDraft, titleOfFile } from './pack-draft';

const WORDS = { description: 'From a file.', license: 'not stated' };
const TODAY = '2026-03-09';

describe('metaOfDraft', () => {
  test('makes an id and a version', () => {
    expect(metaOfDraft({ title: ' Oil  spills ', target: null }, [], TODAY, WORDS)).toEqual({
      id: 'oil-spills',
      version: '2026.3.9',
      title: 'Oil spills',
      description: 'From a file.',
      license: 'not stated',
    });
  });

  test('takes no id that is there already, unless the pack is to be updated', () => {
    const taken = ['oil', 'oil-2'];
    const idOf = (target: string | null) =>
      metaOfDraft({ title: 'Oil', target }, taken, TODAY, WORDS).id;
    expect(idOf(null)).toBe('oil-3');
    expect(idOf('oil')).toBe('oil');
  });

  test('a title without Latin letters gets an id all the same', () => {
    expect(metaOfDraft({ title: '蚂蚁', target: null }, [], TODAY, WORDS).id).toMatch(/^x-\w{14}$/);
  });
});

test.each([
  ['oil_spills-2024.csv', 'oil spills 2024'],
  ['targets.simple.csv', 'targets'],
  ['.csv', '.csv'],
  ['蚂蚁.json', '蚂蚁'],
])('the title of %s', (file, title) => {
  expect(titleOfFile(file)).toBe(title);
});
