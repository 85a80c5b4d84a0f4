/** Everything that is timed against everything else, in one bundle. */
import { createMatcher, type Matcher } from '../../../lib/core/matcher/matcher';
import { decodeMatcher } from '../../../lib/core/matcher/matcher-tables';
import { decodeNameGate } from '../../../lib/core/matcher/name-gate-bits';
import type { Mention } from '../../../lib/page/mention';
import { createRemoteNames } from '../../../lib/page/remote-names';
import type { CreateRemoteNames } from '../../../lib/page/remote-names-contract';
import { type Tally, tallyDifferences } from './differences';
import { limitA, limitAOfText, noteTexts } from './limit-a';
import { limitB } from './limit-b';
import { ours } from './ours';
import { sumRead } from './read-all';
import { combinedExpression, regularExpression } from './regular-expression';
import { type Contender, timeOnce, timeWarm, type WarmOptions } from './timing';

function matcherOf(stored: unknown): Matcher {
  const tables = decodeMatcher(stored);
  if (!tables) throw new Error('no matcher');
  return createMatcher(tables);
}

async function matcherAt(url: string): Promise<Matcher> {
  const response = await fetch(url);
  return matcherOf(await response.json());
}

async function remoteAt(url: string, onAsked: (count: number) => void): Promise<CreateRemoteNames> {
  const stored: unknown = await (await fetch(url)).json();
  const gate = decodeNameGate(stored, url);
  if (!gate) throw new Error('no gate');
  const confirmNames = async (texts: string[]): Promise<unknown> => {
    onAsked(texts.length);
    return { entities: [], found: [] };
  };
  return (matcher) => createRemoteNames(matcher, gate, confirmNames);
}

interface WarmResult {
  readonly times: Record<string, number>;
  readonly tally: Tally;
  readonly read: number;
}

const api = {
  /** Both limits, ours, and the regular expression in two ways. */
  async warm(url: string, names: readonly string[], options: WarmOptions): Promise<WarmResult> {
    const matcher = await matcherAt(url);
    const expression = combinedExpression(names);
    const annotation = ours(matcher);
    const everywhere = regularExpression(expression, false, 'regExpEverywhere');
    const asked = regularExpression(expression, true, 'regExpAsked');
    noteTexts();
    const all = [limitA, limitAOfText, limitB(matcher), annotation, everywhere, asked];
    const times = await timeWarm(all, options);
    await annotation.run();
    const tally = tallyDifferences(matcher, annotation.mentions(), asked.hits());
    annotation.after?.();
    return { times, tally, read: sumRead() };
  },

  /** The first run of anything in this document: ours or limit A. Milliseconds. */
  async first(url: string, which: 'ours' | 'limitA'): Promise<{ run: number; setUp: number }> {
    const response = await fetch(url);
    const stored: unknown = await response.json();
    const start = performance.now();
    const contender: Contender = which === 'ours' ? ours(matcherOf(stored)) : limitA;
    const setUp = performance.now() - start;
    return { run: await timeOnce(contender), setUp };
  },

  /**
   * Ours with one matcher, and with the gate of a large list where there is one: its questions
   * are counted and answered with "no" at once.
   */
  async withNames(url: string, gateUrl: string | null, options: WarmOptions): Promise<WarmResult> {
    const matcher = await matcherAt(url);
    let asked = 0;
    const create =
      gateUrl === null ? undefined : await remoteAt(gateUrl, (count) => (asked += count));
    const annotation = ours(matcher, create);
    const times = await timeWarm([limitA, annotation], options);
    asked = 0;
    await annotation.run();
    const mentions = annotation.mentions();
    const tally = { mentions: mentions.length, touched: mentions.filter(isTouched).length, asked };
    annotation.after?.();
    return { times, tally, read: sumRead() };
  },
};
/** Whether anything but space stands beside the name, in the text nodes in which it stands. */
function isTouched({ spans }: Mention): boolean {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return false;
  return /\S/.test(first.node.data.charAt(first.start - 1) + last.node.data.charAt(last.end));
}

export type ContendersApi = typeof api;
Object.assign(globalThis, { glossatorBench: api });
