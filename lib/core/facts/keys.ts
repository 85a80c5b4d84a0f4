/**
 * An entity or claim is named by its pack and its id inside the pack, so that two packs may use
 * the same id. The key is what the store, the matcher and messages use: `china-tech/jack-ma`.
 */
export type EntityKey = string;
export type ClaimKey = string;
export type SourceKey = string;

export function toKey(pack: string, id: string): string {
  return `${pack}/${id}`;
}

/** The id inside its pack. Ids hold no slash, so the last part is the whole id. */
export function idOfKey(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

export function packOfKey(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}
