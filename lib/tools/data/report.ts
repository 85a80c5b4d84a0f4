/**
 * Prints how well the bundled packs cover their sources.
 *
 *   npm run data:report [-- --sources DIRECTORY]
 */
import { parseArgs } from 'node:util';
import type { SourceText } from '../../core/facts/check-excerpts';
import { extentOf } from '../../core/facts/extent';
import type { FactPack } from '../../core/facts/pack-schema';
import { quotedShares } from '../../core/facts/quoted-share';
import { compileBundledPacks } from './compile-pack';
import { readSourceTexts } from './read-source-texts';

const { values } = parseArgs({ options: { sources: { type: 'string' } } });

for (const { pack } of compileBundledPacks()) {
  const texts = values.sources === undefined ? null : readSourceTexts(pack.sources, values.sources);
  console.log(`# ${pack.id} ${pack.version}`);
  console.log(`entities by kind: ${counts(pack.entities.map((entity) => entity.kind))}`);
  const aliases = pack.entities.flatMap((entity) => entity.aliases);
  const forms = aliases.map(({ lang, strength }) => `${lang} ${strength}`);
  console.log(`aliases: ${aliases.length} (${counts(forms)})`);
  console.log(`claims by kind: ${counts(pack.claims.map((claim) => claim.kind))}`);
  console.log(`relations by kind: ${counts(pack.relations.map((relation) => relation.kind))}`);
  for (const source of pack.sources) reportSource(pack, source.id, texts);
  reportEntities(pack);
}

function reportSource(
  pack: FactPack,
  id: string,
  texts: ReadonlyMap<string, SourceText> | null,
): void {
  const claims = pack.claims.filter((claim) => claim.evidence.some((e) => e.source === id));
  const entities = new Set(claims.flatMap((claim) => claim.entities));
  console.log(`\n## ${id}`);
  console.log(`claims: ${claims.length} (${counts(claims.map((claim) => claim.kind))})`);
  console.log(`entities with claims from it: ${entities.size}`);
  const text = texts?.get(id)?.text;
  if (text === undefined || texts === null) return;
  const extent = extentOf(id, text, pack.claims);
  console.log(`sentences with an excerpt: ${share(extent.quoted, extent.sentences)}`);
  console.log(`quoted: ${((quotedShares(pack, texts).get(id) ?? 0) * 100).toFixed(1)}%`);
}

function reportEntities(pack: FactPack): void {
  const withClaims = new Set(pack.claims.flatMap((claim) => claim.entities));
  const conflicts = pack.claims.flatMap((claim) =>
    claim.conflictsWith
      .filter((other) => claim.id < other)
      .map((other) => `${claim.id} / ${other}`),
  );
  const weakOnly = pack.entities.filter((e) => e.aliases.every((a) => a.strength !== 'strong'));
  const silent = pack.entities.filter((entity) => !withClaims.has(entity.id));
  console.log('\n## Entities and conflicts');
  list(
    'without a strong alias',
    weakOnly.map((entity) => entity.id),
  );
  list(
    'without a claim',
    silent.map((entity) => entity.id),
  );
  list('conflicts', conflicts);
}

function list(title: string, items: readonly string[]): void {
  console.log(`${title}: ${items.length}${items.map((item) => `\n  ${item}`).join('')}`);
}

function counts(values: readonly string[]): string {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([value, count]) => `${value} ${count}`)
    .join(', ');
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${((part / Math.max(whole, 1)) * 100).toFixed(0)}%)`;
}
