import { expect, test } from 'vitest';
import { samplePack } from '../../storage/pack.fixture';
import { checkExtents, extentOf } from './extent';

const TEXT = 'The words stand here. Nothing of this one. And the end.';
const quoting = (source: string, start?: number, end?: number) => ({
  evidence: [{ source, start, end }],
});

test.each([
  ['nothing', [], 0],
  ['one excerpt', [quoting('notes', 4, 9)], 1],
  ['two in one sentence', [quoting('notes', 4, 9), quoting('notes', 10, 15)], 1],
  ['one over two sentences', [quoting('notes', 16, 30)], 2],
  ['another source’s', [quoting('other', 4, 9)], 0],
  ['a draft without offsets', [quoting('notes')], 0],
])('%s', (_what, claims, quoted) => {
  expect(extentOf('notes', TEXT, claims)).toEqual({ length: 55, sentences: 3, quoted });
});

test.each([
  [{ length: 55, sentences: 3, quoted: 1 }, []],
  [{ length: 54, sentences: 3, quoted: 1 }, ['sources[0].extent.length']],
  [
    { length: 55, sentences: 4, quoted: 2 },
    ['sources[0].extent.sentences', 'sources[0].extent.quoted'],
  ],
  [undefined, []],
])('%j against the text: %j', (extent, paths) => {
  const pack = samplePack();
  const sources = pack.sources.map((source) => ({ ...source, ...(extent && { extent }) }));
  const texts = new Map([['notes', { text: TEXT }]]);
  expect(checkExtents({ ...pack, sources }, texts).map(({ path }) => path)).toEqual(paths);
  expect(checkExtents({ ...pack, sources }, new Map())).toEqual([]);
});
