/**
 * Recognises names in plain-text files, each as one page, and prints one JSON line a mention.
 *
 *   npm run --silent annotate -- FILE…
 *
 * For people who write packs, and for measuring: it is the recognition that runs on pages.
 */
import { readFileSync } from 'node:fs';
import { idOfKey } from '../core/facts/keys';
import { buildMatcher, namedEntitiesOf } from '../core/matcher/build-matcher';
import { createMatcher, type Matcher } from '../core/matcher/matcher';
import { recogniseText } from '../core/recognition/recognise-text';
import type { ResolvedMatch } from '../core/recognition/resolve';
import { compileBundledPacks } from './data/compile-pack';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: npm run --silent annotate -- FILE…');
  process.exit(2);
}

const matcher = bundledMatcher();
const lines: string[] = [];
let failed = false;
for (const file of files) {
  try {
    const text = readFileSync(file, 'utf8');
    for (const match of recogniseText(matcher, text)) lines.push(toLine(file, text, match));
  } catch (error) {
    failed = true;
    console.error(`${file}: ${(error as Error).message}`);
  }
}
if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = failed ? 1 : 0;

function bundledMatcher(): Matcher {
  const entities = compileBundledPacks().flatMap(({ pack }) => namedEntitiesOf(pack));
  return createMatcher(buildMatcher(entities));
}

function toLine(file: string, text: string, match: ResolvedMatch): string {
  const { start, end, alias, why } = match;
  const entities = match.entities.map(idOfKey);
  const [entity] = entities;
  return JSON.stringify({
    file,
    start,
    end,
    text: text.slice(start, end),
    ...(entities.length === 1 ? { entity } : { entities }),
    alias,
    why: toWhy(why),
  });
}

/** The flow's number says nothing to somebody who has the whole text's offsets. */
function toWhy(why: ResolvedMatch['why']): unknown {
  if (!('support' in why)) return why;
  const { support, ...rest } = why;
  return { ...rest, start: support.start, end: support.end, text: support.text };
}
