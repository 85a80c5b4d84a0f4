/**
 * `npm run bench [-- --quick] [-- --rows speed,names,…]`: measures how much the extension costs,
 * prints the table and, after a full run, writes it to tests/bench/results.md.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type BenchContext, createBenchContext } from './bench-context';
import { isBuildStale } from './extension';
import { findChromiumVersion } from './page-world';
import { type GroupResult, toTable } from './row';
import { changesRows } from './rows/changes';
import { factRows } from './rows/facts';
import { hoverRows } from './rows/hover';
import { memoryRows } from './rows/memory';
import { messageRows } from './rows/messages';
import { millionRows } from './rows/million';
import { nameRows } from './rows/names';
import { sizeRows } from './rows/size';
import { sliceRows } from './rows/slices';
import { speedRows } from './rows/speed';

const STALE =
  'Mind: the built extension is older than its sources, so rows of the whole extension and rows of its parts are not of the same state.';
const RESULTS = 'tests/bench/results.md';

type Group = (context: BenchContext) => Promise<GroupResult>;
const GROUPS: Readonly<Record<string, Group>> = {
  speed: speedRows,
  names: nameRows,
  slices: sliceRows,
  changes: changesRows,
  memory: memoryRows,
  million: millionRows,
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
const results: GroupResult[] = [];
try {
  for (const name of chosen) {
    const result = await runGroup(name);
    console.log(`${toTable(result.rows)}\n`);
    results.push(result);
  }
} finally {
  await context.server.close();
}
const text = report(results);
console.log(`\n${text}`);
const isWhole = !values.quick && values.rows === undefined;
if (isWhole) writeFileSync(RESULTS, text);
console.log(isWhole ? `written to ${RESULTS}` : `${RESULTS} is written by a full run only`);

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

function report(all: readonly GroupResult[]): string {
  const rows = all.flatMap((result) => result.rows);
  const notes = all.flatMap((result) => result.notes);
  if (isBuildStale()) notes.push(STALE);
  return `# What it costs

Measured by \`npm run bench\` in ${findChromiumVersion()} on ${cpus().length} cores. Ratios are between
figures of the same run; milliseconds are this machine's.

${toTable(rows)}

${notes.map((note) => `- ${note}`).join('\n')}
`;
}
