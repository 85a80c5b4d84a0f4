/** What every group of rows gets: the pages, the bundled pack's matcher, how often to run. */
import {
  buildMatcher,
  type NamedEntity,
  namedEntitiesOf,
} from '../../lib/core/matcher/build-matcher';
import { encodeMatcher } from '../../lib/core/matcher/matcher-tables';
import { compileBundledPacks } from '../../lib/tools/data/compile-pack';
import { type BenchServer, serveBench } from './serve-bench';

export interface BenchContext {
  readonly server: BenchServer;
  readonly quick: boolean;
  /** Measured runs of everything; medians are taken of them. */
  readonly rounds: number;
  readonly warmUpMs: number;
  /** The bundled packs' entities that can be marked. */
  readonly named: readonly NamedEntity[];
  /** Every text by which a page may name one of them. */
  readonly names: readonly string[];
  /** JSON text of the stored matcher, as extension storage has it. */
  readonly matcherJson: string;
  readonly matcherUrl: string;
  say(line: string): void;
}

const MIN_ROUNDS = 5;

export async function createBenchContext(quick: boolean): Promise<BenchContext> {
  const server = await serveBench(quick);
  const named = compileBundledPacks()
    .flatMap(({ pack }) => namedEntitiesOf(pack))
    .filter(({ aliases }) => aliases.some(({ strength }) => strength === 'strong'));
  const { url, json } = putMatcher(server, 'bundled', named);
  return {
    server,
    quick,
    rounds: quick ? MIN_ROUNDS : MIN_ROUNDS + 2,
    warmUpMs: quick ? 100 : 150,
    named,
    names: [...new Set(named.flatMap(({ aliases }) => aliases.map(({ text }) => text)))],
    matcherJson: json,
    matcherUrl: url,
    say: (line) => console.log(line),
  };
}

/** Builds a matcher of the entities and serves it; the address. */
export function putMatcher(
  server: BenchServer,
  name: string,
  named: readonly NamedEntity[],
): { url: string; json: string } {
  const path = `/matchers/${name}.json`;
  const json = JSON.stringify(encodeMatcher(buildMatcher(named)));
  server.put(path, json);
  return { url: `${server.origin}${path}`, json };
}
