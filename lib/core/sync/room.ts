/** How much the browser's sync holds, and whether there is room for more. */

/** What is sent, by key. */
export type Items = Readonly<Record<string, unknown>>;

/** The same in Chromium and Firefox: bytes of key and JSON. */
export const SYNC_LIMITS = { total: 102_400, item: 8_192, items: 512 } as const;

export function bytesOf(items: Items): number {
  return Object.entries(items).reduce((sum, [key, value]) => sum + bytesOfItem(key, value), 0);
}

function bytesOfItem(key: string, value: unknown): number {
  // Chromium counts `<` as the six characters by which it writes it.
  const json = (JSON.stringify(value) ?? '').replaceAll('<', '\\u003C');
  return new TextEncoder().encode(key + json).length;
}

export type RoomPlan =
  /** `removeFirst`: old and new together have no room, the new alone has. */
  | { readonly fits: true; readonly removeFirst: boolean }
  | { readonly fits: false; readonly size: number; readonly room: number };

/** `obsolete`: keys of `present` that may go once `added` is there. */
export function planRoom(present: Items, obsolete: readonly string[], added: Items): RoomPlan {
  const gone = new Set(obsolete);
  const kept = Object.fromEntries(Object.entries(present).filter(([key]) => !gone.has(key)));
  if (hasRoom({ ...present, ...added })) return { fits: true, removeFirst: false };
  if (hasRoom({ ...kept, ...added })) return { fits: true, removeFirst: true };
  return { fits: false, size: bytesOf(added), room: SYNC_LIMITS.total - bytesOf(kept) };
}

function hasRoom(items: Items): boolean {
  return bytesOf(items) <= SYNC_LIMITS.total && Object.keys(items).length <= SYNC_LIMITS.items;
}
