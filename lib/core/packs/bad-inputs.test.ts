import { describe, expect, test } from 'vitest';
import type { BadInput } from '../../../tests/fixtures/packs/bad-input';
import { BAD_INPUTS } from '../../../tests/fixtures/packs/bad-inputs';
import { gatherImport } from './import-facts';
import { IMPORT_LIMITS } from './import-limits';
import { READER_OPTIONS } from './reader-options.fixture';

async function problemsOf({ input, limits }: BadInput, pieceLength: number) {
  const chunks: (string | Uint8Array)[] = [];
  for (let at = 0; at < input.length; at += pieceLength)
    chunks.push(input.slice(at, at + pieceLength));
  const options = { ...READER_OPTIONS, limits: { ...IMPORT_LIMITS, ...limits } };
  const { failure, refused } = await gatherImport(chunks as string[], options);
  const causes = refused.filter(({ isConsequence }) => !isConsequence);
  return [
    ...causes.map(({ problem }) => ({ ends: 'refused', ...problem })),
    ...(failure ? [{ ends: 'failed', ...failure }] : []),
  ];
}

describe('a bad file ends in one problem that names its place', () => {
  test('there are enough of them, each of its own name', () => {
    expect(BAD_INPUTS.length).toBeGreaterThanOrEqual(80);
    expect(new Set(BAD_INPUTS.map(({ name }) => name)).size).toBe(BAD_INPUTS.length);
  });

  test.each(BAD_INPUTS)('$name: $code', async (bad) => {
    const { code, place, ends } = bad;
    expect(await problemsOf(bad, Number.POSITIVE_INFINITY)).toMatchObject([{ ends, code, place }]);
  });

  test.each(BAD_INPUTS.filter(({ input }) => input.length < 5000))(
    '$name, byte by byte',
    async (bad) => {
      const { code, place, ends } = bad;
      expect(await problemsOf(bad, 1)).toMatchObject([{ ends, code, place }]);
    },
  );
});
