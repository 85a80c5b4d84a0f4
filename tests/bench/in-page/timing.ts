/** Times several contenders on one page in turn, so that noise of the machine meets all alike. */
import { median } from '../figures';

export interface Contender {
  readonly name: string;
  run(): void | Promise<void>;
  /** Tidies up after a run; not timed. */
  after?(): void;
}

export interface WarmOptions {
  readonly rounds: number;
  /** For each contender, before anything counts. */
  readonly warmUpMs: number;
}

/** Quick ones are run more often, until they have had so much time; ms. */
const ENOUGH_MS = 25;
const MAX_ROUNDS = 60;
/** Before that, not all of the browser's compilers have had their turn. */
const MIN_WARM_UP_RUNS = 25;

/** Median milliseconds of a run, by the contender's name. */
export async function timeWarm(
  contenders: readonly Contender[],
  { rounds, warmUpMs }: WarmOptions,
): Promise<Record<string, number>> {
  let slowest = 0;
  for (const contender of contenders) {
    const runs = await warmUp(contender, warmUpMs);
    slowest = Math.max(slowest, median(runs.slice(-3)));
  }
  const wanted = Math.min(MAX_ROUNDS, Math.max(rounds, Math.ceil(ENOUGH_MS / slowest)));
  const taken = contenders.map((): number[] => []);
  for (let round = 0; round < wanted; round++) {
    // Each goes first as often as the others.
    for (let i = 0; i < contenders.length; i++) {
      const place = (round + i) % contenders.length;
      const contender = contenders[place];
      if (contender) taken[place]?.push(await timeOnce(contender));
    }
  }
  return Object.fromEntries(contenders.map(({ name }, i) => [name, median(taken[i] ?? [])]));
}

async function warmUp(contender: Contender, milliseconds: number): Promise<number[]> {
  const runs: number[] = [];
  for (
    let spent = 0;
    spent < milliseconds || runs.length < MIN_WARM_UP_RUNS;
    spent += runs.at(-1) ?? 0
  ) {
    runs.push(await timeOnce(contender));
  }
  return runs;
}

export async function timeOnce({ run, after }: Contender): Promise<number> {
  const start = performance.now();
  await run();
  const taken = performance.now() - start;
  after?.();
  return taken;
}
