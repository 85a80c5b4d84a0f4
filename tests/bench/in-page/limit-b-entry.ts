/**
 * Limit B has a bundle of its own: with the same copy of the walk as ours, the compiler would see
 * two matchers at one place and make both slower than either is alone.
 */
import type { Matcher } from '../../../lib/core/matcher/matcher';
import { createPageIndex } from '../../../lib/page/page-index';
import { createReadability } from '../../../lib/page/skip-rules';
import { createTextScanner } from '../../../lib/page/text-scanner';
import { LIMIT_B } from './limit-b';
import { readAll } from './read-all';
import type { Contender } from './timing';

/** Our own walk; instead of matching, every character is read and nothing found. */
function limitB(matcher: Matcher): Contender {
  const reader: Matcher = {
    ...matcher,
    scan(text, from = 0, to = text.length) {
      readAll(text, from, to);
      return { candidates: [], openFrom: -1 };
    },
  };
  return {
    name: 'limitB',
    run() {
      const scanner = createTextScanner(reader, createPageIndex(reader), createReadability());
      const steps = scanner.scan(document);
      while (!steps.next().done);
    },
  };
}

Object.assign(globalThis, { [LIMIT_B]: limitB });
