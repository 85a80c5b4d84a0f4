/** Whether a tab may show a fact pack, or a list that can become one; only reading it will tell. */

export interface ShownFile {
  readonly url: string | null;
  /** As the page itself has it; null where it is not known. */
  readonly contentType: string | null;
}

/** Whatever is called so is data for a program. */
const PACK_PATH = /\.(?:json|jsonl|jsonld|ndjson|csv|tsv)$/i;
const PACK_TYPES =
  /^(?:application\/(?:json|[\w.-]+\+json|x-ndjson|ndjson|jsonl|json-seq|csv)|text\/(?:json|csv|tab-separated-values))$/i;
/** Browsers show as plain text what they are not told the type of. */
const PAGE_TYPES =
  /^(?:text\/html|application\/xhtml\+xml|application\/pdf|(?:image|audio|video)\/)/i;

/** A page may lie at an address that ends like a file's, so what the page is says more. */
export function mayBePack({ url, contentType }: ShownFile): boolean {
  if (contentType !== null && PACK_TYPES.test(contentType)) return true;
  if (contentType !== null && PAGE_TYPES.test(contentType)) return false;
  return url !== null && URL.canParse(url) && PACK_PATH.test(new URL(url).pathname);
}
