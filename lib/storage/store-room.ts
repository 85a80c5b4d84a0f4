import type { FactDb, PackRow } from './fact-db';

/** Rows of each table that are looked at. */
const SAMPLE_ROWS = 100;

/** Of disk to a character of the rows as JSON: what Chromium takes for lists with their indexes. */
const BYTES_PER_CHAR = 1.1;

/** What the pack's own database takes up on the disk, roughly and at once, whatever its size. */
export async function estimateRoom(db: FactDb, { counts }: PackRow): Promise<number> {
  let chars = 0;
  for (const section of ['sources', 'entities', 'claims', 'relations'] as const) {
    if (counts[section] === 0) continue;
    const rows: unknown[] = await db[section].limit(SAMPLE_ROWS).toArray();
    const mean = JSON.stringify(rows).length / Math.max(1, rows.length);
    chars += mean * counts[section];
  }
  return Math.round(chars * BYTES_PER_CHAR);
}
