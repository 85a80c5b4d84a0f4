import { describe, expect, test } from 'vitest';
import { cleanLine, cutTo, textOfHtml, textProblem } from './text-hygiene';
import { parseWebAddress } from './web-address';

describe('what a text may hold', () => {
  test.each<[string, string, string | null]>([
    ['words', 'text', null],
    ['two\nlines\tand more', 'text', null],
    ['soft\u00adhyphen, family 👩‍👧, 马云', 'text', null],
    ['right-to-left mark \u200f', 'text', null],
    ['a < b and c > d', 'text', null],
    ['<b>bold</b>', 'text', null],
    ['the <video> element', 'label', null],
    ['<script>', 'label', null],
    ['<script>x</script>', 'text', 'markup'],
    ['<SCRIPT src=x></SCRIPT >', 'text', 'markup'],
    ['<img src="x">', 'text', 'markup'],
    ['<svg/onload=alert(1)>', 'text', 'markup'],
    ['<a href="javascript:x">y</a>', 'text', 'markup'],
    ['<img src=x onerror=y>', 'exact', null],
    ['\u2067שלום\u2069 x', 'exact', null],
    ['\u2067שלום\u2069 x', 'text', 'bidi-control'],
    ['\u2067שלום', 'exact', 'bidi-control'],
    ['\u202eabc\u202c', 'exact', 'bidi-control'],
    ['\u202a\u2069', 'exact', 'bidi-control'],
    ['\u0000', 'exact', 'control-character'],
    ['\u009b', 'text', 'control-character'],
    ['\ud800', 'text', 'lone-surrogate'],
    ['\udc00\ud800', 'exact', 'lone-surrogate'],
  ])('%j as %s: %s', (text, field, code) => {
    expect(textProblem(text, field)).toBe(code);
  });

  test('a text of any kind is judged in little time', () => {
    const began = performance.now();
    for (const part of ['<script>', '<a ', '<a on', '< ', '&amp', '<svg/', '\u2067']) {
      textProblem(part.repeat(600 / part.length), 'text');
      textOfHtml(part.repeat(10_000 / part.length));
    }
    expect(performance.now() - began).toBeLessThan(500);
  });
});

test.each([
  ['  a \n\t b  ', 'a b'],
  ['a\u0007b', 'a b'],
  ['a\u202eb\u2069', 'ab'],
])('%j in one line', (text, cleaned) => {
  expect(cleanLine(text)).toBe(cleaned);
});

test('a cut goes through no character', () => {
  expect(cutTo('ab😀', 3)).toBe('ab');
  expect(cutTo('ab😀', 4)).toBe('ab😀');
});

test.each([
  ['<p>The cost &amp; the <b>bridge</b></p>', 'The cost & the bridge'],
  ['<script>alert(1)</script>x', 'x'],
  ['&constructor; &lt;b&gt;', '&constructor; <b>'],
])('the words of %j', (html, words) => {
  expect(textOfHtml(html)).toBe(words);
});

test.each<[string, boolean]>([
  ['https://example.com/a?b#c', true],
  ['http://localhost:8080/', true],
  ['https://例子.中国/', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['file:///etc/passwd', false],
  ['https://', false],
  ['//example.com', false],
  ['https://me:pw@example.com/', false],
  ['https://example.com/ a', false],
  ['https://example.com/\u202e', false],
  [' https://example.com/', false],
  [`https://example.com/${'a'.repeat(3000)}`, false],
])('%s may be an address: %s', (url, isUsable) => {
  expect(parseWebAddress(url) !== null).toBe(isUsable);
});
