import { expect, test } from 'vitest';
import { buildMatcher } from '../core/matcher/build-matcher';
import { buildNameGate } from '../core/matcher/build-name-gate';
import { createMatcher } from '../core/matcher/matcher';
import { createNameGate } from '../core/matcher/name-gate';
import { createNodeHits } from './node-hits';

const NAMES = ['Ada Lovelace', 'Zwingli Instruments', 'Group Nine', '李约瑟'];
const gate = createNameGate(
  buildNameGate(NAMES.map((text) => ({ text, case: 'initial' as const }))),
);
const matcher = createMatcher(buildMatcher([]));

/** Number of the node and place in it, for each hit over these texts of nodes. */
function hitsOf(texts: readonly string[]): string[] {
  const hits = createNodeHits(gate, () => 1);
  const nodes = texts.map((data) => ({ data }) as Text);
  for (const node of nodes) {
    matcher.scan(node.data, 0, node.data.length, hits);
    hits.heard(node, node.data);
  }
  const taken = hits.take();
  return nodes.flatMap((node, i) => [...(taken.get(node)?.starts ?? [])].map((at) => `${i}:${at}`));
}

test.each<[string, string[], string[]]>([
  ['in one node', ['so Ada Lovelace'], ['0:3']],
  ['over two', ['so Ada', ' Lovelace'], ['0:3']],
  ['a space between', ['so Ada', ' ', '\n', 'Lovelace'], ['0:3']],
  ['a line break between, which is no text', ['so Ada', 'Lovelace'], ['0:3']],
  ['parted inside the first word', ['so A', 'da Lovelace'], ['0:3']],
  ['parted inside both words', ['so A', 'da Love', 'lace'], ['0:3']],
  ['parted inside the second word', ['so Ada ', 'L', 'ovelace'], ['0:3']],
  ['letter by letter', [...'Ada Lovelace'], ['0:0']],
  ['parted inside the first word and between', ['Zwing', 'li', ' Instruments'], ['0:0']],
  ['both ways at once', ['An Ant', 'Group', ' Nine'], ['1:0']],
  ['Chinese', ['据李', '约瑟说'], ['0:1']],
  ['another word between', ['so Ada', ' and ', 'Lovelace'], []],
  ['another sign between', ['so Ada', '|', 'Lovelace'], []],
])('%s', (_name, texts, expected) => {
  expect(hitsOf(texts)).toEqual(expected);
});

test('what may go on behind the last text is a hit for now', () => {
  const hits = createNodeHits(gate, () => 1);
  const node = { data: 'so Ada' } as Text;
  matcher.scan(node.data, 0, node.data.length, hits);
  hits.heard(node, node.data);
  expect(hits.take().size).toBe(0);
  hits.end();
  expect([...(hits.take().get(node)?.starts ?? [])]).toEqual([3]);
});
