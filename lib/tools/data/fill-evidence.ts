/**
 * Completes evidence that an author has written as `{source, exact}`: finds the excerpt in the
 * stored source and writes its offsets and the context that makes it unique, and counts how much
 * of each source the pack covers. Rewrites the claim files and sources.json in place; refuses, naming the claim, where an excerpt is not found or not unique.
 *
 *   npm run data:fill -- --sources ../shared/seeds [--claims FILE.json] [data/packs/NAME]
 *
 * Where an excerpt occurs more than once, write a `prefix` (or `suffix`) by hand to choose one.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extentOf } from '../../core/facts/extent';
import { MAX_CONTEXT_CHARS } from '../../core/facts/pack-schema';
import { formatPackJson } from './format-pack-json';

/** By how much the context grows until the excerpt is unique with it. */
const CONTEXT_STEP_CHARS = 6;

interface DraftEvidence {
  source: string;
  exact: string;
  prefix?: string;
  suffix?: string;
  start?: number;
  end?: number;
}

interface DraftClaim {
  id: string;
  evidence: DraftEvidence[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sources: { type: 'string' }, claims: { type: 'string' } },
});
const packDir = positionals[0] ?? 'data/packs/china-tech';
if (values.sources === undefined) {
  console.error('usage: npm run data:fill -- --sources DIRECTORY [--claims FILE.json] [PACK]');
  process.exit(2);
}
const sourcesDir = values.sources;

const sourcesFile = join(packDir, 'sources.json');
const sources = JSON.parse(readFileSync(sourcesFile, 'utf8')) as {
  id: string;
  file?: string;
  extent?: unknown;
  stance?: string;
}[];
const texts = new Map(
  sources.flatMap((s) =>
    s.file ? [[s.id, readFileSync(join(sourcesDir, s.file), 'utf8')] as const] : [],
  ),
);

let failures = 0;
const names = values.claims === undefined ? readdirSync(join(packDir, 'claims')) : [values.claims];
for (const name of names) {
  const file = join(packDir, 'claims', name);
  const claims = readClaims(file);
  for (const claim of claims) {
    claim.evidence = claim.evidence.map((draft, index) => {
      try {
        return fill(draft);
      } catch (error) {
        failures++;
        console.error(`${file}: ${claim.id}.evidence[${index}]: ${(error as Error).message}`);
        return draft;
      }
    });
  }
  writeFileSync(file, formatPackJson(claims));
}
writeFileSync(sourcesFile, formatPackJson(withExtents()));
process.exit(failures > 0 ? 1 : 0);

function readClaims(file: string): DraftClaim[] {
  return JSON.parse(readFileSync(file, 'utf8')) as DraftClaim[];
}

/** Over all claims, also those of files that were not filled now. */
function withExtents(): typeof sources {
  const claims = readdirSync(join(packDir, 'claims')).flatMap((name) =>
    readClaims(join(packDir, 'claims', name)),
  );
  return sources.map((source) => {
    const text = texts.get(source.id);
    if (text === undefined) return source;
    // Before the stance, which ends every record.
    const { stance, ...rest } = source;
    return { ...rest, extent: extentOf(source.id, text, claims), ...(stance && { stance }) };
  });
}

function fill(draft: DraftEvidence): DraftEvidence {
  const text = texts.get(draft.source);
  if (text === undefined) throw new Error(`no stored text for source "${draft.source}"`);
  const start = locate(text, draft);
  const end = start + draft.exact.length;
  const { prefix, suffix } = contextOf(text, start, end);
  return { ...draft, prefix, suffix, start, end };
}

function locate(text: string, { exact, prefix = '', suffix = '', start }: DraftEvidence): number {
  if (start !== undefined && text.startsWith(exact, start)) return start;
  const needle = prefix + exact + suffix;
  const first = text.indexOf(needle);
  if (first < 0) throw new Error(`not found: ${JSON.stringify(needle)}`);
  if (text.indexOf(needle, first + 1) >= 0)
    throw new Error(`not unique, add a prefix: ${JSON.stringify(needle)}`);
  return first + prefix.length;
}

/**
 * The shortest context in which the excerpt occurs only once: none for most excerpts, since all
 * that is stored of an article counts towards how much of it the pack quotes.
 */
function contextOf(text: string, start: number, end: number): { prefix: string; suffix: string } {
  for (let size = 0; ; size += CONTEXT_STEP_CHARS) {
    const length = Math.min(size, MAX_CONTEXT_CHARS);
    const prefix = wordsWithin(text.slice(Math.max(0, start - length), start), 'end');
    const suffix = wordsWithin(text.slice(end, end + length), 'start');
    const quote = prefix + text.slice(start, end) + suffix;
    if (text.indexOf(quote) === text.lastIndexOf(quote) || length === MAX_CONTEXT_CHARS)
      return { prefix, suffix };
  }
}

/** Drops the word that the cut went through, and never reaches over a line break. */
function wordsWithin(context: string, keep: 'start' | 'end'): string {
  if (keep === 'end') {
    const line = context.slice(context.lastIndexOf('\n') + 1);
    const space = line.indexOf(' ');
    return line.length < context.length || space < 0 ? line : line.slice(space + 1);
  }
  const newline = context.indexOf('\n');
  const line = newline < 0 ? context : context.slice(0, newline);
  const space = line.lastIndexOf(' ');
  return newline >= 0 || space < 0 ? line : line.slice(0, space);
}
