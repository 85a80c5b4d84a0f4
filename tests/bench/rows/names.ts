/**
 * What more names cost: main-thread time in the tab, from hundreds of names to a million. Lists
 * that are too large for the tab leave only a gate there, which tells where a name may begin.
 */
import { buildNameGate } from '../../../lib/core/matcher/build-name-gate';
import { encodeNameGate } from '../../../lib/core/matcher/name-gate-bits';
import { generateEntities } from '../../../lib/tools/generate-names';
import { type BenchContext, putMatcher } from '../bench-context';
import { bundle } from '../bundle';
import { MB, ms, times } from '../figures';
import type { ContendersApi } from '../in-page/contenders-entry';
import { createPageWorld, launchPlain, type PlainBrowser } from '../page-world';
import { type GroupResult, type Row, verdictOf } from '../row';
import { addUp } from './speed';

const SMALLEST = 300;
const MILLION = 1_000_000;
/** All names in the tab's own matcher. */
const IN_TAB = [10_000, 100_000];
/** The smallest list in the tab's own matcher, as many more behind the gate. */
const BEHIND_GATE = [10_000, 100_000, MILLION];

interface Setting {
  readonly size: number;
  readonly matcherUrl: string;
  readonly gateUrl: string | null;
  /** Of the gate's bits. */
  readonly gateBytes: number;
}

interface Measured {
  readonly setting: Setting;
  readonly ours: number;
  readonly mentions: number;
  readonly asked: number;
}

export async function nameRows(context: BenchContext): Promise<GroupResult> {
  const base = inTab(context, SMALLEST);
  const settings = [
    base,
    ...IN_TAB.map((size) => inTab(context, size)),
    ...BEHIND_GATE.map((size) => behindGate(context, size, base.matcherUrl)),
  ];
  const plain = await launchPlain({ optimiseAtOnce: true });
  try {
    const measured = await measure(context, settings, plain);
    return { rows: [gateRow(measured), tabRow(measured)], notes: [note(measured)] };
  } finally {
    await plain.close();
  }
}

function inTab({ server }: BenchContext, size: number): Setting {
  const { url } = putMatcher(server, `names-${size}`, [...generateEntities(size)]);
  return { size, matcherUrl: url, gateUrl: null, gateBytes: 0 };
}

function behindGate(context: BenchContext, size: number, matcherUrl: string): Setting {
  const { url, bytes } = serveGate(context, size);
  return { size, matcherUrl, gateUrl: url, gateBytes: bytes };
}

/** A gate to so many generated names; the bytes are those of its bits. */
export function serveGate({ server }: BenchContext, size: number): { url: string; bytes: number } {
  const path = `/gates/${size}.json`;
  const url = `${server.origin}${path}`;
  const gate = buildNameGate([...generateEntities(size)].flatMap(({ aliases }) => aliases));
  // The address serves as the identity, by which a page knows that it has the right one.
  server.put(path, JSON.stringify(encodeNameGate(gate, url)));
  return { url, bytes: gate.filters.reduce((sum, filter) => sum + filter.byteLength, 0) };
}

/** One after another on each page, so that noise of the machine meets all alike. */
async function measure(
  context: BenchContext,
  settings: readonly Setting[],
  { browser }: PlainBrowser,
): Promise<Measured[]> {
  const { server, rounds, warmUpMs } = context;
  const code = await bundle('contenders-entry', { slices: 'slices-at-once' });
  const world = await createPageWorld<ContendersApi>(browser, code);
  const sums = settings.map((): Record<string, number> => ({}));
  for (const name of server.pages) {
    await world.open(server.pageUrl(name));
    for (const [i, { matcherUrl, gateUrl }] of settings.entries()) {
      await world.enter();
      const result = await world.call('withNames', matcherUrl, gateUrl, { rounds, warmUpMs });
      addUp(sums[i] ?? {}, { ...result.tally, ours: result.times['ours'] ?? Number.NaN });
    }
  }
  await world.page.close();
  return settings.map((setting, i) => {
    const { ours = Number.NaN, mentions = 0, asked = 0 } = sums[i] ?? {};
    return { setting, ours, mentions, asked };
  });
}

function gateRow(measured: readonly Measured[]): Row {
  const base = measured[0]?.ours ?? Number.NaN;
  const gated = measured.filter(({ setting }) => setting.gateUrl !== null);
  const ratio = (gated.at(-1)?.ours ?? Number.NaN) / base;
  return {
    what: 'names from 300 to 10,000, 100,000 and 1,000,000 (generated): main-thread time in the tab, with a gate in the tab before the background',
    reach: 'at a million at most 2 × that at 300',
    measured: `${list(gated, base)} that at 300 (${ms(base)})`,
    verdict: verdictOf(ratio <= 2),
  };
}

function tabRow(measured: readonly Measured[]): Row {
  const base = measured[0]?.ours ?? Number.NaN;
  const own = measured.filter(({ setting }) => setting.gateUrl === null).slice(1);
  return {
    what: "the same with all names in the tab's own matcher",
    reach: '',
    measured: list(own, base),
    verdict: 'reported',
  };
}

function list(measured: readonly Measured[], base: number): string {
  return measured
    .map(({ setting, ours }) => `${setting.size.toLocaleString('en')}: ${times(ours / base)}`)
    .join(', ');
}

function note(measured: readonly Measured[]): string {
  const parts = measured.map(({ setting, mentions, asked }) => {
    const gate =
      setting.gateUrl === null
        ? ''
        : `, gate ${MB(setting.gateBytes)}, ${asked} places asked about`;
    return `${setting.size.toLocaleString('en')}: ${mentions} mentions${gate}`;
  });
  return `Generated names of one to three words, made-up ones and English ones, and some in Chinese and Korean, so a mention is chance: ${parts.join('; ')}. Behind the gate the questions are put together and answered with "no" at once: the message itself is not in the figure.`;
}
