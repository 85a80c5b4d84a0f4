/** Bytes of ours in a page before the first hover. */
import { BUILDS } from '../../../lib/tools/browsers/launch-with-extension';
import type { BenchContext } from '../bench-context';
import { ensureBuild } from '../extension';
import { kB, sum } from '../figures';
import { gzippedSize, injectedFiles } from '../injected-bytes';
import { type GroupResult, verdictOf } from '../row';

const MAX_BYTES = 15_000;

export async function sizeRows({ matcherJson }: BenchContext): Promise<GroupResult> {
  ensureBuild();
  const files = injectedFiles(BUILDS.chromium);
  const total = sum(files.map(({ gzipped }) => gzipped));
  const list = files.map(({ file, gzipped }) => `${file} ${kB(gzipped)}`).join(', ');
  return {
    rows: [
      {
        what: 'bytes of script and style in a page before the first hover (gzip -9)',
        reach: kB(MAX_BYTES),
        measured: `${kB(total)} (${list})`,
        verdict: verdictOf(total <= MAX_BYTES),
      },
      {
        what: 'matcher data of the bundled pack that a page reads',
        reach: '',
        measured: `${kB(matcherJson.length)} as stored, ${kB(gzippedSize(matcherJson))} gzipped`,
        verdict: 'reported',
      },
    ],
    notes: [],
  };
}
