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

/** The same without the text of scripts and style sheets, which no contender of ours reads. */
export const limitAOfText: Contender = {
  name: 'limitAOfText',
  run() {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (texts.has(node)) readAll((node as Text).data, 0, (node as Text).length);
    }
  },
};

/** Told apart before anything is timed, so that the limit pays for reading alone. */
const texts = new Set<Node>();

export function noteTexts(): void {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!/^(?:script|style)$/i.test(node.parentNode?.nodeName ?? '')) texts.add(node);
  }
}
