import { describe, expect, test } from 'vitest';
import { paragraphAround, sentenceAround, widerPassage } from './passage-around';

const TEXT =
  'A headline\nAnt Group lists in Shanghai. Jack Ma speaks at the Bund! Who heard him?\n' +
  '蚂蚁集团上市。马云讲话。\nNo full stop here';

function spanOf(words: string, text = TEXT) {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

const cut = (text: string, { start, end }: { start: number; end: number }) =>
  text.slice(start, end);

describe('the sentence around a name', () => {
  test.each([
    ['Ant Group', 'en', 'Ant Group lists in Shanghai.'],
    ['Jack Ma', 'en', 'Jack Ma speaks at the Bund!'],
    ['Bund', undefined, 'Jack Ma speaks at the Bund!'],
    ['him', 'en-GB', 'Who heard him?'],
    ['马云', 'zh-Hans', '马云讲话。'],
    ['蚂蚁集团', 'zh', '蚂蚁集团上市。'],
    ['full stop', 'en', 'No full stop here'],
    ['A headline', 'en', 'A headline'],
    ['Jack Ma', 'no language at all', 'Jack Ma speaks at the Bund!'],
  ])('%s (%s): %s', (name, language, sentence) => {
    expect(cut(TEXT, sentenceAround(TEXT, spanOf(name), language))).toBe(sentence);
  });

  test('a name over the end of one takes in both', () => {
    const text = 'He met John D. Rockefeller there. Nothing else.';
    expect(cut(text, sentenceAround(text, spanOf('John D. Rockefeller', text), 'en'))).toBe(
      'He met John D. Rockefeller there.',
    );
  });

  test('text without an end is not all taken', () => {
    const text = `${'so and '.repeat(2000)}Ant Group${' and so'.repeat(2000)}`;
    const { start, end } = sentenceAround(text, spanOf('Ant Group', text), 'en');
    expect(end - start).toBeLessThan(4100);
    expect(cut(text, { start, end })).toContain('Ant Group');
  });
});

test.each([
  ['A headline', 'A headline'],
  ['Shanghai', 'Ant Group lists in Shanghai. Jack Ma speaks at the Bund! Who heard him?'],
  ['马云', '蚂蚁集团上市。马云讲话。'],
  ['here', 'No full stop here'],
])('the paragraph around %s', (name, paragraph) => {
  expect(cut(TEXT, paragraphAround(TEXT, spanOf(name)))).toBe(paragraph);
});

test.each<[string, string, string | null]>([
  ['a sentence of several', 'Jack Ma speaks at the Bund!', 'Ant Group lists'],
  ['the whole paragraph', 'No full stop here', null],
])('the paragraph instead of %s', (_name, sentence, beginning) => {
  const wider = widerPassage(TEXT, spanOf(sentence), 1000);
  expect(wider && cut(TEXT, wider).slice(0, 15)).toBe(beginning);
});

test('a paragraph that is too long is not offered', () => {
  const text = `Ant Group lists. ${'So and so. '.repeat(2000)}`;
  expect(widerPassage(text, spanOf('Ant Group lists.', text), 1000)).toBeNull();
});
