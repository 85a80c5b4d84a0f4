/**
 * `npm run bench [-- --quick] [-- --rows speed,names,…]`: measures how much the extension costs
 * and prints the table. Unless it is quick, the rows are kept, and tests/bench/results.md is
 * written from the latest ones of every group.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchContext, createBenchContext } from './bench-context';
import { isBuildStale } from './extension';
import { findChromiumVersion } from './page-world';
import { type GroupResult, type Row, toTable } from './row';
import { changesRows } from './rows/changes';
import { factRows } from './rows/facts';
import { hoverRows } from './rows/hover';
import { memoryRows } from './rows/memory';
import { messageRows } from './rows/messages';
import { millionRows } from './rows/million';
import { nameRows } from './rows/names';
import { scaleRows } from './rows/scale';
import { sizeRows } from './rows/size';
import { sliceRows } from './rows/slices';
import { speedRows } from './rows/speed';

const STALE =
  'Mind: the built extension is older than its sources, so rows of the whole extension and rows of its parts are not of the same state.';
const RESULTS = 'tests/bench/results.md';

/** Of the group's latest run that was not quick. */
const KEPT = 'tests/output/bench';

interface KeptResult extends GroupResult {
  readonly group: string;
  readonly revision: string;
}

type Group = (context: BenchContext) => Promise<GroupResult>;
const GROUPS: Readonly<Record<string, Group>> = {
  speed: speedRows,
  names: nameRows,
  slices: sliceRows,
  changes: changesRows,
  memory: memoryRows,
  million: millionRows,
  scale: scaleRows,
  size: sizeRows,
  messages: messageRows,
  hover: hoverRows,
  facts: factRows,
};

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, rows: { type: 'string' } },
});
const chosen = values.rows?.split(',') ?? Object.keys(GROUPS);
const unknown = chosen.filter((name) => !(name in GROUPS));
if (unknown.length > 0) {
  throw new Error(`no such rows: ${unknown.join()}; there are ${Object.keys(GROUPS).join()}`);
}

const context = await createBenchContext(values.quick);
console.log(`${context.server.source}\n`);
const results: KeptResult[] = [];
try {
  for (const name of chosen) {
    const result = await runGroup(name);
    console.log(`${toTable(result.rows)}\n`);
    results.push({ group: name, revision: revision(), ...result });
  }
} finally {
  await context.server.close();
}
if (values.quick) {
  console.log(`\n${report(results)}\nA quick run: ${RESULTS} stays as it is.`);
} else {
  const kept = keepResults();
  const missing = Object.keys(GROUPS).filter((name) => !kept.some((one) => one.group === name));
  const text = report([...kept, ...missing.map(notMeasured)]);
  console.log(`\n${text}`);
  writeFileSync(RESULTS, text);
  console.log(`Written to ${RESULTS}.`);
}

function notMeasured(group: string): KeptResult {
  const row: Row = { what: group, reach: '', measured: '–', verdict: 'not measured' };
  return { group, revision: '–', rows: [row], notes: [] };
}

/** Puts the new rows beside those of earlier runs, in the order of the groups. */
function keepResults(): KeptResult[] {
  mkdirSync(KEPT, { recursive: true });
  for (const result of results) {
    writeFileSync(join(KEPT, `${result.group}.json`), JSON.stringify(result, null, 2));
  }
  return Object.keys(GROUPS).flatMap((name) => {
    const file = join(KEPT, `${name}.json`);
    return existsSync(file) ? [JSON.parse(readFileSync(file, 'utf8')) as KeptResult] : [];
  });
}

/** The revision that is measured; with a plus where files differ from it. */
function revision(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--', '.', `:!${RESULTS}`) !== '';
    return git('rev-parse', '--short', 'HEAD') + (changed ? '+' : '');
  } catch {
    return 'unknown';
  }
}

/** A group that fails is a row that says so; the others go on. */
async function runGroup(name: string): Promise<GroupResult> {
  const start = Date.now();
  try {
    return (await GROUPS[name]?.(context)) ?? { rows: [], notes: [] };
  } catch (error) {
    process.exitCode = 1;
    console.error(error);
    const measured = `failed: ${String(error).split('\n')[0]}`;
    return { rows: [{ what: name, reach: '', measured, verdict: 'not measured' }], notes: [] };
  } finally {
    console.log(`${name}: ${((Date.now() - start) / 1000).toFixed(0)} s`);
  }
}

function report(all: readonly KeptResult[]): string {
  const rows = all.flatMap((result) => result.rows);
  const notes = all.flatMap((result) => result.notes);
  const revisions = [...new Set(all.map((result) => result.revision))];
  notes.push(
    revisions.length === 1
      ? `All measured at ${revisions[0]}.`
      : `Measured at: ${all.map((result) => `${result.group} ${result.revision}`).join(', ')}.`,
  );
  if (isBuildStale()) notes.push(STALE);
  return `# What it costs

Measured by \`npm run bench\` in ${findChromiumVersion()} on ${cpus().length} cores. Ratios are between
figures of the same run; milliseconds are this machine's.

${toTable(rows)}

${notes.map((note) => `- ${note}`).join('\n')}
`;
}
