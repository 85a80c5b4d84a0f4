/**
 * Runs everything that must hold before a change is taken in, and ends with one plain line that
 * sums up the tests. Goes on after a failing step, so that one run tells all.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import * as v from 'valibot';

const OUTPUT = 'tests/output';
const SOURCES = '../shared/seeds';

interface Step {
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  /** Where the step writes the outcome of its tests. */
  readonly report?: string;
}

const STEPS: readonly Step[] = [
  { name: 'type check', script: 'typecheck' },
  { name: 'lint', script: 'lint' },
  { name: 'layers', script: 'layers' },
  {
    name: 'data check',
    script: 'data:check',
    // The articles that are quoted are not part of the project; where they lie beside it, prove it all.
    args: existsSync(SOURCES) ? ['--sources', SOURCES] : [],
  },
  { name: 'build for Chromium', script: 'build' },
  { name: 'build for Firefox', script: 'build:firefox' },
  { name: 'web-ext lint', script: 'lint:ext' },
  testStep('unit tests', 'unit'),
  testStep('end-to-end tests', 'e2e'),
];

const ReportSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.optional(v.number(), 0),
});

const totals = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
mkdirSync(OUTPUT, { recursive: true });
for (const step of STEPS) {
  const seconds = runStep(step);
  console.log(`${failures.includes(step.name) ? 'FAILED' : 'ok'}: ${step.name} (${seconds} s)\n`);
}
if (failures.length > 0) console.log(`failed: ${failures.join(', ')}`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = failures.length > 0 ? 1 : 0;

function testStep(name: string, script: string): Step {
  const report = `${OUTPUT}/${script}.json`;
  const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, script, args, report };
}

/** The seconds that it took. */
function runStep({ name, script, args = [], report }: Step): string {
  console.log(`--- ${name}`);
  if (report !== undefined) rmSync(report, { force: true });
  const start = Date.now();
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) failures.push(name);
  if (report !== undefined && !addReport(report) && status === 0) failures.push(name);
  return ((Date.now() - start) / 1000).toFixed(0);
}

/** False where the tests left no account of themselves. */
function addReport(file: string): boolean {
  if (!existsSync(file)) return false;
  const parsed = v.safeParse(ReportSchema, JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) return false;
  totals.passed += parsed.output.numPassedTests;
  totals.failed += parsed.output.numFailedTests;
  totals.skipped += parsed.output.numPendingTests + parsed.output.numTodoTests;
  return true;
}
