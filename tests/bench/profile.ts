/**
 * `npx tsx tests/bench/profile.ts [--gate NAMES] PAGE.html …`: where a whole annotation spends its
 * time, by function and by line, warm; with a gate to so many generated names where that is asked
 * for. For looking at, not for the table.
 */
import { parseArgs } from 'node:util';
import type { Protocol } from 'puppeteer-core';
import { createBenchContext } from './bench-context';
import { bundleWithLimits } from './bundle';
import { median, ms, percent } from './figures';
import type { ProfileApi } from './in-page/profile-entry';
import { createPageWorld, launchPlain } from './page-world';
import { serveGate } from './rows/names';

const SAMPLE_US = 100;
const WARM_UP_MS = 300;
const PROFILED_MS = 1500;
const SHOWN = 14;

const { values, positionals: pages } = parseArgs({
  options: { gate: { type: 'string' } },
  allowPositionals: true,
});
const context = await createBenchContext(false);
const gateUrl = values.gate && serveGate(context, Number(values.gate)).url;
const plain = await launchPlain({ optimiseAtOnce: true });
try {
  const code = await bundleWithLimits('profile-entry', { slices: 'slices-at-once', minify: false });
  const world = await createPageWorld<ProfileApi>(plain.browser, code);
  for (const name of pages) {
    await world.open(context.server.pageUrl(name));
    await world.call('load', context.matcherUrl);
    if (gateUrl) await world.call('loadGate', gateUrl);
    const parts = await world.call('parts', { rounds: 15, warmUpMs: WARM_UP_MS });
    await world.session.send('Profiler.enable');
    await world.session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
    await world.session.send('Profiler.start');
    const runs = await world.call('repeat', PROFILED_MS);
    const { profile } = await world.session.send('Profiler.stop');
    console.log(`\n${name}: ${ms(median(runs))} a run, ${runs.length} runs`);
    for (const [part, time] of Object.entries(parts)) console.log(`  ${ms(time)}  ${part}`);
    show(profile, code.split('\n'));
  }
} finally {
  await plain.close();
  await context.server.close();
}

function show({ nodes }: Protocol.Profiler.Profile, lines: readonly string[]): void {
  const functions = new Map<string, number>();
  const hotLines = new Map<number, number>();
  let total = 0;
  for (const { callFrame, hitCount = 0, positionTicks = [] } of nodes) {
    if (callFrame.functionName === '(idle)' || callFrame.functionName === '(program)') continue;
    total += hitCount;
    add(functions, `${callFrame.functionName}:${callFrame.lineNumber + 1}`, hitCount);
    for (const { line, ticks } of positionTicks) {
      if (callFrame.lineNumber >= 0) add(hotLines, line, ticks);
    }
  }
  for (const [name, hits] of top(functions)) console.log(`  ${percent(hits / total)}  ${name}`);
  console.log('  by line:');
  for (const [line, hits] of top(hotLines)) {
    console.log(`  ${percent(hits / total)}  ${lines[line - 1]?.trim()}`);
  }
}

function add<K>(map: Map<K, number>, key: K, value: number): void {
  map.set(key, (map.get(key) ?? 0) + value);
}

function top<K>(map: ReadonlyMap<K, number>): [K, number][] {
  return [...map].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
}
