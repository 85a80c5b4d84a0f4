import { expect, test } from 'vitest';
import { type CitedExcerpt, markdownCitation, plainCitation } from './citation';

const excerpt: CitedExcerpt = {
  exact: 'some words',
  speaker: null,
  author: null,
  title: 'A title',
  publisher: null,
  date: null,
  remark: null,
  address: null,
};
const full: CitedExcerpt = {
  ...excerpt,
  speaker: 'Reuters',
  author: 'A. Writer',
  publisher: 'The Paper',
  date: '3 September 2021',
  remark: 'machine translation from Chinese',
  address: 'https://paper.example/a',
};
const cite = (...excerpts: CitedExcerpt[]) => ({ text: 'It is so.', excerpts });

test.each<[string, ReturnType<typeof cite>, string, string]>([
  ['no excerpt', cite(), 'It is so.', 'It is so.'],
  ['a bare source', cite(excerpt), '“some words” — “A title”.', '> some words\n>\n> — *A title*'],
  [
    'all that is known',
    cite(full),
    '“some words” — Reuters, A. Writer, “A title”, The Paper, 3 September 2021, machine translation from Chinese. https://paper.example/a',
    '> some words\n>\n> — Reuters, A. Writer, [A title](<https://paper.example/a>), The Paper, 3 September 2021, machine translation from Chinese',
  ],
  [
    'several',
    cite(excerpt, { ...excerpt, exact: 'more' }),
    '“some words” — “A title”.\n\n“more” — “A title”.',
    '> some words\n>\n> — *A title*\n\n> more\n>\n> — *A title*',
  ],
  [
    'markup in what is quoted',
    cite({ ...excerpt, exact: '![x](y)\n<b>', title: '[a] | b' }),
    '“![x](y)\n<b>” — “[a] | b”.',
    '> \\!\\[x\\](y)\n> \\<b\\>\n>\n> — *\\[a\\] \\| b*',
  ],
])('%s', (_name, claim, plain, markdown) => {
  expect(plainCitation(claim)).toBe(plain);
  expect(markdownCitation(claim)).toBe(markdown);
});
