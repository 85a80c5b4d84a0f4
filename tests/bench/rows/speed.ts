/** Ours against the limits and against what else there is, on all pages. */
import type { NamedEntity } from '../../../lib/core/matcher/build-matcher';
import type { BenchContext } from '../bench-context';
import { putMatcher } from '../bench-context';
import { bundle, bundleWithLimits } from '../bundle';
import { median, ms, sum, times } from '../figures';
import type { ContendersApi } from '../in-page/contenders-entry';
import type { MarkJsApi } from '../in-page/mark-js-entry';
import { createPageWorld, launchPlain, type PlainBrowser, type PlainOptions } from '../page-world';
import { type GroupResult, type Row, verdictOf } from '../row';

const PEER_NAMES = 300;
const FIRST_PASSES = 5;

export async function speedRows(context: BenchContext): Promise<GroupResult> {
  const warm = await inBrowser({ optimiseAtOnce: true }, (plain) => measureWarm(context, plain));
  const first = await inBrowser({}, (plain) => measureFirst(context, plain));
  const peers = servePeers(context);
  const warmPeers = await inBrowser({ optimiseAtOnce: true }, (plain) =>
    measurePeersWarm(context, plain, peers),
  );
  const markJs = {
    ...warmPeers,
    ...(await inBrowser({}, (plain) => measureMarkJs(context, plain, peers))),
    names: peers.names.length,
  };
  return {
    rows: [...warmRows(warm), ...firstRows(first), ...markJsRows(markJs)],
    notes: [...warmNotes(warm, context), firstNote(first), markJsNote(markJs)],
  };
}

async function inBrowser<T>(
  options: PlainOptions,
  work: (plain: PlainBrowser) => Promise<T>,
): Promise<T> {
  const plain = await launchPlain(options);
  try {
    return await work(plain);
  } finally {
    await plain.close();
  }
}

interface Warm {
  /** By contender: sum over the pages of the medians. */
  readonly times: Readonly<Record<string, number>>;
  readonly tally: Readonly<Record<string, number>>;
}

async function measureWarm(context: BenchContext, { browser }: PlainBrowser): Promise<Warm> {
  const code = await bundleWithLimits('contenders-entry', { slices: 'slices-at-once' });
  const world = await createPageWorld<ContendersApi>(browser, code);
  const all: Record<string, number> = {};
  const tally: Record<string, number> = {};
  for (const name of context.server.pages) {
    await world.open(context.server.pageUrl(name));
    const { rounds, warmUpMs, matcherUrl, names } = context;
    const result = await world.call('warm', matcherUrl, names, { rounds, warmUpMs });
    addUp(all, result.times);
    addUp(tally, result.tally);
  }
  await world.page.close();
  return { times: all, tally };
}

export function addUp(into: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [key, value] of Object.entries(more)) into[key] = (into[key] ?? 0) + value;
}

function warmRows({ times: taken }: Warm): Row[] {
  const { limitA = 0, limitB = 0, ours = 0 } = taken;
  const expression = fasterExpression(taken);
  return [
    {
      what: 'whole annotation, all pages, bundled pack, warm: against limit A',
      reach: 'at most 2 ×',
      measured: `${times(ours / limitA)} (${ms(ours)}; limit A ${ms(limitA)})`,
      verdict: verdictOf(ours <= 2 * limitA),
    },
    {
      what: 'the same against limit B',
      reach: 'at most 1.5 ×',
      measured: `${times(ours / limitB)} (limit B ${ms(limitB)})`,
      verdict: verdictOf(ours <= 1.5 * limitB),
    },
    {
      what: 'against one combined regular expression with `\\b`, per text node',
      reach: 'no slower',
      measured: `${times(ours / expression)} its time (${ms(expression)})`,
      verdict: verdictOf(ours <= expression),
    },
  ];
}

/** A user would write it either way, so the faster one counts. */
function fasterExpression({ regExpEverywhere = 0, regExpAsked = 0 }: Warm['times']): number {
  return Math.min(regExpEverywhere, regExpAsked);
}

function warmNotes({ times: taken, tally }: Warm, { names, server }: BenchContext): string[] {
  const { mentions = 0, hits = 0, ...reasons } = tally;
  const list = Object.entries(reasons)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${count} ${reason}`)
    .join('; ');
  return [
    `Pages: ${server.source}. Names of the bundled pack: ${names.length}. Code runs in an isolated world, as a content script does; medians per page, summed over pages.`,
    `"Ours" is what the extension does at first sight of a page: walk, scan, resolve, register ranges, prepare pointing, look for the shadow roots of custom elements (those of other elements are looked for half a second later, in slices).`,
    `Limit B walks, skips and reads as ours does. As it finds nothing, it joins no nodes to flows, asks for no ancestors, resolves and paints nothing; nor does it look for shadow roots, watch the page or set timers, all of which ours has to and which count in its time.`,
    `Limit A reads scripts and style sheets too, which nobody of the others does; over the rest of the text alone it takes ${ms(taken['limitAOfText'] ?? 0)}, and ours ${times((taken['ours'] ?? 0) / (taken['limitAOfText'] ?? 0))} that. Warm runs are in a Chromium that optimises at once (--no-concurrent-recompilation), all contenders alike; first passes and mark.js are not.`,
    `The expression over every text node takes ${ms(taken['regExpEverywhere'] ?? 0)}, asking each parent whether it is a script ${ms(taken['regExpAsked'] ?? 0)}; it registers no ranges.`,
    `Counted: ours ${mentions} mentions, the expression (asking for scripts) ${hits} hits: ${list}.`,
  ];
}

interface FirstPass {
  readonly page: string;
  readonly ours: number;
  readonly setUp: number;
  readonly limitA: number;
}

async function measureFirst(
  context: BenchContext,
  { browser }: PlainBrowser,
): Promise<readonly FirstPass[]> {
  const code = await bundle('contenders-entry', { slices: 'slices-at-once' });
  const world = await createPageWorld<ContendersApi>(browser, code);
  const passes: FirstPass[] = [];
  for (const name of context.server.pages) {
    const taken: { ours: number[]; setUp: number[]; limitA: number[] } = {
      ours: [],
      setUp: [],
      limitA: [],
    };
    for (let n = 0; n < FIRST_PASSES; n++) {
      await world.open(context.server.pageUrl(name));
      const { run, setUp } = await world.call('first', context.matcherUrl, 'ours');
      taken.ours.push(run);
      taken.setUp.push(setUp);
      await world.open(context.server.pageUrl(name));
      taken.limitA.push((await world.call('first', context.matcherUrl, 'limitA')).run);
    }
    passes.push({
      page: name,
      ours: median(taken.ours),
      setUp: median(taken.setUp),
      limitA: median(taken.limitA),
    });
  }
  await world.page.close();
  return passes;
}

function firstRows(passes: readonly FirstPass[]): Row[] {
  const ours = sum(passes.map((pass) => pass.ours));
  const limitA = sum(passes.map((pass) => pass.limitA));
  const worst = [...passes].sort((a, b) => b.ours - a.ours)[0];
  return [
    {
      what: 'the same on the first pass in a fresh document',
      reach: '',
      measured: `${ms(ours)}, ${times(ours / limitA)} limit A's first pass (${ms(limitA)}); worst page ${worst?.page} ${ms(worst?.ours ?? 0)}`,
      verdict: 'reported',
    },
  ];
}

function firstNote(passes: readonly FirstPass[]): string {
  const setUp = median(passes.map((pass) => pass.setUp));
  const run = median(passes.map((pass) => pass.ours));
  return `On the first pass nothing is compiled yet; before it, decoding the stored matcher takes ${ms(setUp)} (median of the pages), the pass itself ${ms(run)}.`;
}

interface Peers {
  readonly names: readonly string[];
  readonly url: string;
}

function servePeers(context: BenchContext): Peers {
  const names = spread(context).slice(0, PEER_NAMES);
  return { names, url: putMatcher(context.server, 'peers', toNamed(names, 'peer')).url };
}

/** Each name an entity of its own, marked wherever it stands. */
function toNamed(names: readonly string[], namespace: string): NamedEntity[] {
  return names.map((text, i) => ({
    key: `${namespace}/n${i}`,
    label: text,
    kind: 'person',
    aliases: [{ text, strength: 'strong', case: 'initial' }],
  }));
}

interface PeersWarm {
  readonly ours: number;
  readonly mentions: number;
  /** Of these: with something else than space beside them. */
  readonly touched: number;
}

async function measurePeersWarm(
  { server, rounds, warmUpMs }: BenchContext,
  { browser }: PlainBrowser,
  { url }: Peers,
): Promise<PeersWarm> {
  const code = await bundle('contenders-entry', { slices: 'slices-at-once' });
  const world = await createPageWorld<ContendersApi>(browser, code);
  const total = { ours: 0, mentions: 0, touched: 0 };
  for (const name of server.pages) {
    await world.open(server.pageUrl(name));
    const result = await world.call('withNames', url, null, { rounds, warmUpMs });
    total.ours += result.times['ours'] ?? 0;
    total.mentions += result.tally['mentions'] ?? 0;
    total.touched += result.tally['touched'] ?? 0;
  }
  await world.page.close();
  return total;
}

interface MarkJsOnce {
  readonly theirs: number;
  /** Our first pass with the same names. */
  readonly first: number;
  readonly marks: number;
  readonly nested: number;
  readonly unread: number;
}

type MarkJs = PeersWarm & MarkJsOnce & { readonly names: number };

/** Only once: it takes about a minute. */
async function measureMarkJs(
  { server }: BenchContext,
  { browser }: PlainBrowser,
  { names, url }: Peers,
): Promise<MarkJsOnce> {
  const code = await bundle('contenders-entry', { slices: 'slices-at-once' });
  const ours = await createPageWorld<ContendersApi>(browser, code);
  const peer = await createPageWorld<MarkJsApi>(browser, await bundle('mark-js-entry'));
  const total = { theirs: 0, first: 0, marks: 0, nested: 0, unread: 0 };
  for (const name of server.pages) {
    await ours.page.bringToFront();
    await ours.open(server.pageUrl(name));
    total.first += (await ours.call('first', url, 'ours')).run;
    await peer.page.bringToFront();
    await peer.open(server.pageUrl(name));
    const { time, ...counts } = await peer.call('run', names);
    total.theirs += time;
    total.marks += counts.marks;
    total.nested += counts.nested;
    total.unread += counts.unread;
  }
  await ours.page.close();
  await peer.page.close();
  return total;
}

/** Each entity's first name before anybody's second one, and so on. */
function spread({ named }: BenchContext): string[] {
  const longest = Math.max(...named.map(({ aliases }) => aliases.length));
  const inTurn = Array.from({ length: longest }, (_, i) =>
    named.flatMap(({ aliases }) => aliases[i]?.text ?? []),
  );
  return [...new Set(inTurn.flat())];
}

function markJsRows({ names, theirs, ours, first }: MarkJs): Row[] {
  return [
    {
      what: `against mark.js marking the same ${names} names (run once)`,
      reach: 'at least 1,000 times faster',
      measured: `${times(theirs / ours)} (${ms(theirs)} against ${ms(ours)} warm; against our first pass, ${ms(first)}: ${times(theirs / first)})`,
      verdict: verdictOf(theirs >= 1000 * ours),
    },
  ];
}

function markJsNote({ names, marks, nested, unread, mentions, touched }: MarkJs): string {
  return `With the same ${names} names, all taken as strong: mark.js ("exactly") ${marks} marks, of which ${unread} stand in text that we do not read and ${nested} inside another mark; ours ${mentions} mentions, of which ${touched} have something else than space beside them. Only counted, not compared place by place. mark.js runs once and cold, so its ratio to our first pass compares like with like.`;
}
