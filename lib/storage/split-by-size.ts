import type { PackRow } from './fact-db';

/** As many small packs as there is room for. */
export function splitBySize<P extends Pick<PackRow, 'counts'>>(
  packs: readonly P[],
  maxRows: number,
): [listed: P[], large: P[]] {
  const rowsOf = ({ counts }: P): number => counts.entities + counts.claims + counts.sources;
  const listed = new Set<P>();
  let room = maxRows;
  for (const pack of [...packs].sort((a, b) => rowsOf(a) - rowsOf(b))) {
    room -= rowsOf(pack);
    if (room >= 0) listed.add(pack);
  }
  return [packs.filter((pack) => listed.has(pack)), packs.filter((pack) => !listed.has(pack))];
}
