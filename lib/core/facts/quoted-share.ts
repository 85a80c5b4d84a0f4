/**
 * How much of each source a pack repeats. A fact pack quotes to prove, not to republish, so the
 * excerpts and their context together must stay well below the whole of the article.
 */
import type { SourceText } from './check-excerpts';
import type { FactPack } from './pack-schema';
import type { Problem } from './problem';

export const MAX_QUOTED_SHARE = 0.5;

/** By source id: distinct characters quoted, context included, over the text's length. */
export function quotedShares(
  pack: FactPack,
  texts: ReadonlyMap<string, Pick<SourceText, 'text'>>,
): Map<string, number> {
  return new Map(
    pack.sources.flatMap(({ id }) => {
      const text = texts.get(id)?.text;
      return text ? [[id, countCovered(spansIn(pack, id)) / text.length] as const] : [];
    }),
  );
}

export function checkQuotedShares(
  pack: FactPack,
  texts: ReadonlyMap<string, Pick<SourceText, 'text'>>,
): Problem[] {
  const shares = quotedShares(pack, texts);
  return pack.sources.flatMap(({ id }, index) => {
    const share = shares.get(id) ?? 0;
    if (share < MAX_QUOTED_SHARE) return [];
    const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;
    const message = `${percent(share)} of the text is quoted; less than ${percent(MAX_QUOTED_SHARE)} may be`;
    return [{ path: `sources[${index}]`, message }];
  });
}

/** What the pack quotes of one source, context included. */
export function spansIn(pack: FactPack, source: string): [start: number, end: number][] {
  return pack.claims.flatMap((claim) =>
    claim.evidence
      .filter((evidence) => evidence.source === source)
      .map(({ start, end, prefix, suffix }): [number, number] => [
        Math.max(0, start - prefix.length),
        end + suffix.length,
      ]),
  );
}

function countCovered(spans: readonly (readonly [number, number])[]): number {
  let covered = 0;
  let reached = 0;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered;
}
