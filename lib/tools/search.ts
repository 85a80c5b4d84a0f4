/**
 * Searches the bundled facts as the popup does and prints one JSON line a hit, the best first.
 *
 *   npm run --silent search -- [--limit N] 'words'
 */
import { parseArgs } from 'node:util';
import { idOfKey } from '../core/facts/keys';
import { createSearch } from '../core/search/create-search';
import type { SearchHit } from '../core/search/search-hit';
import { bundledDocuments } from './data/bundled-documents';

const DEFAULT_LIMIT = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string' } },
});
const query = positionals.join(' ');
const limit = values.limit === undefined ? DEFAULT_LIMIT : Number(values.limit);
if (query === '' || !Number.isInteger(limit) || limit < 1) {
  console.error("usage: npm run --silent search -- [--limit N] 'words'");
  process.exit(2);
}

const documents = bundledDocuments();
for (const hit of createSearch(documents)(query, limit)) console.log(JSON.stringify(toLine(hit)));

function toLine(hit: SearchHit): unknown {
  const { label, score } = hit;
  const id =
    hit.kind === 'entity' ? { entity: idOfKey(hit.entity) } : { claim: idOfKey(hit.claim) };
  return { kind: hit.kind, ...id, label, score };
}
