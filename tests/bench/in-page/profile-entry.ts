/** Ours again and again, for a profiler to look at; and its parts one by one. */
import { createMatcher, type Matcher } from '../../../lib/core/matcher/matcher';
import { decodeMatcher } from '../../../lib/core/matcher/matcher-tables';
import { decodeNameGate } from '../../../lib/core/matcher/name-gate-bits';
import { createRemoteNames } from '../../../lib/page/remote-names';
import type { CreateRemoteNames } from '../../../lib/page/remote-names-contract';
import { findCustomShadowRoots } from '../../../lib/page/shadow-roots';
import { limitA } from './limit-a';
import { limitB } from './limit-b';
import { ours } from './ours';
import { type Contender, timeOnce, timeWarm, type WarmOptions } from './timing';

let loaded: Matcher | null = null;
let createRemote: CreateRemoteNames | undefined;

function matcher(): Matcher {
  if (!loaded) throw new Error('no matcher');
  return loaded;
}

const api = {
  async load(url: string): Promise<void> {
    const response = await fetch(url);
    const tables = decodeMatcher(await response.json());
    if (tables) loaded = createMatcher(tables);
  },

  /** From then on ours has the gate of a large list too, whose questions are answered with "no". */
  async loadGate(url: string): Promise<void> {
    const gate = decodeNameGate(await (await fetch(url)).json(), url);
    if (!gate) throw new Error('no gate');
    const confirm = async (): Promise<unknown> => ({ entities: [], found: [] });
    createRemote = (base) => createRemoteNames(base, gate, confirm);
  },

  /** Milliseconds of each run. */
  async repeat(milliseconds: number): Promise<number[]> {
    const annotation = ours(matcher(), createRemote);
    const runs: number[] = [];
    for (let spent = 0; spent < milliseconds; spent += runs.at(-1) ?? 0) {
      runs.push(await timeOnce(annotation));
    }
    return runs;
  },

  async parts(options: WarmOptions): Promise<Record<string, number>> {
    const contenders = [
      limitA,
      limitB(matcher()),
      matching(matcher()),
      shadowSearch,
      ours(matcher(), createRemote),
    ];
    return timeWarm(contenders, options);
  },
};
export type ProfileApi = typeof api;
Object.assign(globalThis, { glossatorBench: api });

/** The matcher alone, over texts that were fetched from the page before. */
function matching({ scan }: Matcher): Contender {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentNode } = walker.currentNode as Text;
    if (!/^(?:SCRIPT|STYLE)$/.test(parentNode?.nodeName ?? '')) texts.push(data);
  }
  return {
    name: 'matcher alone',
    run() {
      for (const text of texts) scan(text);
    },
  };
}

const shadowSearch: Contender = {
  name: 'search for shadow roots',
  run() {
    const steps = findCustomShadowRoots();
    while (!steps.next().done);
  },
};
