import { expect, test } from 'vitest';
import { quotationLink } from './quotation-link';

const words = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix });
const ADDRESS = 'https://paper.example/news';

test.each<[string, string | undefined, ReturnType<typeof words>, string | null]>([
  ['plain', ADDRESS, words('some words'), `${ADDRESS}#:~:text=some%20words`],
  [
    'with context, without its torn words',
    ADDRESS,
    words('some words', 'orn then came ', ' and then th'),
    `${ADDRESS}#:~:text=then%20came-,some%20words,-and%20then`,
  ],
  [
    'what has a meaning in it',
    ADDRESS,
    words('a-b, c & d#'),
    `${ADDRESS}#:~:text=a%2Db%2C%20c%20%26%20d%23`,
  ],
  ['a fragment of its own', `${ADDRESS}#part`, words('x'), `${ADDRESS}#part:~:text=x`],
  ['Chinese', ADDRESS, words('马云'), `${ADDRESS}#:~:text=%E9%A9%AC%E4%BA%91`],
  ['a torn character', ADDRESS, words('a\ud83d'), `${ADDRESS}#:~:text=a`],
  ['nothing quoted', ADDRESS, words(' '), ADDRESS],
  ['http', 'http://paper.example/', words('x'), 'http://paper.example/#:~:text=x'],
  ['no address', undefined, words('x'), null],
  ['a script', 'javascript:alert(1)', words('x'), null],
  ['data', 'data:text/html,x', words('x'), null],
  ['no address at all', 'http://[', words('x'), null],
])('%s', (_name, address, quotation, link) => {
  expect(quotationLink(address, quotation)).toBe(link);
});

test('a long quotation is named by its ends', () => {
  const long = Array.from({ length: 40 }, (_, i) => `w${i}`).join(' ');
  expect(quotationLink(ADDRESS, words(long))).toBe(
    `${ADDRESS}#:~:text=w0%20w1%20w2%20w3%20w4,w35%20w36%20w37%20w38%20w39`,
  );
});
