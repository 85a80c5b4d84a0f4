/** What nobody can go below: reading every character, and nothing else. */
import { readAll } from './read-all';
import type { Contender } from './timing';

/** A TreeWalker over the text nodes that reads every character once. */
export const limitA: Contender = {
  name: 'limitA',
  run() {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { data } = node as Text;
      readAll(data, 0, data.length);
    }
  },
};
