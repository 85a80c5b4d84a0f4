/**
 * Checks every pack under data/packs and prints all that is wrong with them, one problem a line.
 *
 *   npm run data:check [-- --sources DIRECTORY]
 *
 * With the sources' texts it also proves every excerpt, that not too much is quoted, and how much
 * of each source is said to be covered.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { checkExcerpts } from '../../core/facts/check-excerpts';
import { checkFigures } from '../../core/facts/check-figures';
import { checkPack } from '../../core/facts/check-pack';
import { checkExtents } from '../../core/facts/extent';
import { type FactPack, FactPackSchema } from '../../core/facts/pack-schema';
import type { Problem } from '../../core/facts/problem';
import { checkQuotedShares } from '../../core/facts/quoted-share';
import { factPackJsonSchema, SCHEMA_FILE } from './json-schema';
import {
  describeProblem,
  PACKS_DIR,
  type PackFolder,
  packNames,
  readPackFolder,
} from './read-pack';
import { readSourceTexts } from './read-source-texts';

const { values } = parseArgs({ options: { sources: { type: 'string' } } });
if (values.sources !== undefined && !existsSync(values.sources)) {
  console.error(`there is no folder ${values.sources}`);
  process.exit(2);
}

const folders = packNames().map((name) => readPackFolder(join(PACKS_DIR, name), name));
const lines = [
  ...folders.flatMap((folder) =>
    checkFolder(folder).map((problem) => describeProblem(folder, problem)),
  ),
  ...checkSchemaFile(),
];
for (const line of lines) console.error(line);
if (lines.length > 0) {
  console.error(`${lines.length} problems`);
  process.exit(1);
}
for (const { name, pack } of folders) {
  const count = (section: string): number => (pack[section] as unknown[]).length;
  const proof = values.sources === undefined ? '' : '; every excerpt is verbatim';
  console.log(
    `${name} ${String(pack['version'])}: ${count('sources')} sources, ${count('entities')} entities, ` +
      `${count('claims')} claims, ${count('relations')} relations, no problems${proof}`,
  );
}

function checkFolder(folder: PackFolder): Problem[] {
  const problems = [...folder.problems, ...checkPack(folder.pack, { everyClaimHasEvidence: true })];
  const readable = v.safeParse(FactPackSchema, folder.pack);
  if (!readable.success) return problems;
  return [...problems, ...checkWords(readable.output, folder)];
}

/** What needs every record to have its right shape. */
function checkWords(pack: FactPack, folder: PackFolder): Problem[] {
  const figures = checkFigures(pack, folder.derivations);
  if (values.sources === undefined) return figures;
  const texts = readSourceTexts(pack.sources, values.sources);
  return [
    ...figures,
    ...checkExcerpts(pack, texts),
    ...checkQuotedShares(pack, texts),
    ...checkExtents(pack, texts),
  ];
}

function checkSchemaFile(): string[] {
  const current = existsSync(SCHEMA_FILE) ? readFileSync(SCHEMA_FILE, 'utf8') : '';
  return current === factPackJsonSchema()
    ? []
    : [`${SCHEMA_FILE} is out of date; run: npm run data:schema`];
}
