/** What may travel between a reader's devices, each chosen by itself. */
export const SYNC_KINDS = ['settings', 'facts', 'sites'] as const;
export type SyncKind = (typeof SYNC_KINDS)[number];

/** Goes up when older versions could not read what newer ones write. */
export const SYNC_FORMAT = 1;
