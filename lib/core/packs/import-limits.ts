/** How much an imported file may hold. What a browser can carry, with room above every real list. */
export interface ImportLimits {
  readonly bytes: number;
  readonly sources: number;
  readonly entities: number;
  readonly claims: number;
  readonly relations: number;
  /** Records that name others which the file has not shown yet; they are kept in memory. */
  readonly waiting: number;
  /** One record as written, UTF-16 code units. */
  readonly recordChars: number;
  readonly depth: number;
  readonly columns: number;
}

export const IMPORT_LIMITS: ImportLimits = {
  bytes: 2 ** 30,
  sources: 100_000,
  entities: 2_000_000,
  claims: 500_000,
  relations: 500_000,
  waiting: 200_000,
  recordChars: 1_000_000,
  depth: 32,
  columns: 200,
};
