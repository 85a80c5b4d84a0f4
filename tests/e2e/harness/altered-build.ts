import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../../../lib/tools/browsers/candidates';
import { BUILDS } from '../../../lib/tools/browsers/launch-with-extension';

/**
 * A copy of the built extension in which the given functions run before some of its scripts: to
 * count what a script asks of the browser, or to let the browser refuse it. Functions must be
 * self-contained.
 */
export function alterBuild(
  browser: BrowserName,
  before: Readonly<Record<string, () => void>>,
): string {
  const folder = mkdtempSync(join(tmpdir(), `glossator-${browser}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  cpSync(BUILDS[browser], folder, { recursive: true });
  for (const [file, run] of Object.entries(before)) {
    const path = join(folder, file);
    // Compilers wrap inner functions in a helper, `__name`.
    const prelude = `((__name) => (${run.toString()})())((f) => f);`;
    writeFileSync(path, `${prelude}\n${readFileSync(path, 'utf8')}`);
  }
  return folder;
}
