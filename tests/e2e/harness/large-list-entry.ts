/** Runs in a page of the extension: stores a large list the way the background would. */
import { buildNameGate, type GatedAlias } from '../../../lib/core/matcher/build-name-gate';
import { createLargeTablesBuilder } from '../../../lib/core/matcher/large-tables';
import { encodeNameGate } from '../../../lib/core/matcher/name-gate-bits';
import { createLargeListStore } from '../../../lib/storage/large-list-store';
import { readMatcher } from '../../../lib/storage/matcher-store';
import { matcherWriter } from '../../../lib/storage/matcher-writer';
import { generateEntities } from '../../../lib/tools/generate-names';

const PACK = 'generated';

/** `extra`: names in addition to the generated ones. Gives the milliseconds that it took. */
async function storeLargeList(count: number, extra: readonly string[] = []): Promise<number> {
  const begun = performance.now();
  const identity = `${PACK}@${count}`;
  const builder = createLargeTablesBuilder(PACK);
  const aliases: GatedAlias[] = [];
  for (const entity of generateEntities(count, { pack: PACK })) {
    builder.add(entity);
    aliases.push(...entity.aliases);
  }
  extra.forEach((text, i) => {
    const alias = { text, strength: 'strong', case: 'initial' } as const;
    builder.add({ key: `${PACK}/extra-${i}`, label: text, kind: 'organisation', aliases: [alias] });
    aliases.push(alias);
  });
  await createLargeListStore().write({ part: identity, tables: builder.build() });
  const tables = await readMatcher();
  if (!tables) throw new Error('the facts are not prepared yet');
  const parts = await matcherWriter.readParts();
  await matcherWriter.write(tables, parts, encodeNameGate(buildNameGate(aliases), identity));
  return performance.now() - begun;
}

Object.assign(globalThis, { storeLargeList });
