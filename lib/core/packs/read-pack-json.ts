/** Our own packs. A record that is wrong is refused; a pack that does not say what it is, as a whole. */
import * as v from 'valibot';
import { FactPackSchema } from '../facts/pack-schema';
import { formatPath } from '../facts/problem';
import { Admission } from './admission';
import { wordsProblem } from './check-record';
import type { PackReader, ReaderEvent, Section } from './import-event';
import { SECTIONS } from './import-event';
import type { ImportLimits } from './import-limits';
import { fail, ImportFailure } from './import-problem';
import { type JsonPiece, JsonSplitter, parsePiece } from './json-splitter';
import { problemOfIssue } from './problem-of-issue';

const { id, version, title, description, license } = FactPackSchema.pipe[0].entries;
export const PackMetaSchema = v.strictObject({ id, version, title, description, license });

export function createPackReader(limits: ImportLimits): PackReader {
  const splitter = new JsonSplitter(limits);
  const admission = new Admission(limits);
  const members: Record<string, unknown> = Object.create(null) as Record<string, unknown>;

  function* take(piece: JsonPiece): Generator<ReaderEvent, void> {
    const [key, index] = piece.path;
    const place = { line: piece.line, path: formatPath(piece.path) };
    if (typeof key !== 'string') fail('not-a-pack', { line: piece.line });
    if (index === undefined) {
      if (isSection(key)) fail('wrong-type', place, { expected: 'Array' });
      members[key] = parsePiece(piece);
      return;
    }
    if (!isSection(key)) {
      fail(isMeta(key) ? 'wrong-type' : 'unknown-field', { ...place, path: key }, { value: key });
    }
    yield* admission.offer(key, parsePiece(piece), place);
  }

  return {
    *push(text) {
      for (const piece of splitter.push(text)) yield* take(piece);
    },
    *end() {
      splitter.end();
      checkMembers(splitter.members);
      const parsed = v.safeParse(PackMetaSchema, members, { abortEarly: true });
      if (!parsed.success) throw new ImportFailure(problemOfIssue(parsed.issues[0], { path: '' }));
      const words = wordsProblem(members, { path: '' });
      if (words) throw new ImportFailure(words);
      yield { type: 'meta', meta: parsed.output };
      yield* admission.end();
    },
  };
}

function checkMembers(members: readonly string[]): void {
  const twice = members.find((key, index) => members.indexOf(key) < index);
  if (twice !== undefined) fail('duplicate-section', { path: twice }, { section: twice });
  if (members.length === 0) fail('not-a-pack', { line: 1 });
  const missing = SECTIONS.find((section) => !members.includes(section));
  if (missing !== undefined) fail('missing-field', { path: missing }, {});
}

function isSection(key: string): key is Section {
  return (SECTIONS as readonly string[]).includes(key);
}

function isMeta(key: string): boolean {
  return Object.hasOwn(PackMetaSchema.entries, key);
}
