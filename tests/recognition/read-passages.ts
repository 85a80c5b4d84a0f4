/**
 * The labelled passages of tests/recognition/passages, with their marks read into spans. What the
 * marks mean is in the README beside this file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import type { Span } from '../../lib/core/recognition/mention';
import { PASSAGE_CLASSES } from './passage-classes';

export interface LabelledMention extends Span {
  /** Ids in the pack, without the pack's name. More than one where the text leaves it open. */
  readonly entities: readonly string[];
  /** Marking it and leaving it unmarked are both right; marking somebody else is not. */
  readonly optional: boolean;
}

const PassageRecordSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]+(?:-[a-z]+)*-\d{3}$/)),
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2}(?:-[A-Z][a-z]{3})?$/)),
  register: v.picklist(['news', 'reference', 'forum', 'technical']),
  class: v.picklist(PASSAGE_CLASSES),
  set: v.picklist(['tuning', 'held-out']),
  text: v.pipe(v.string(), v.minLength(1)),
});

type PassageRecord = v.InferOutput<typeof PassageRecordSchema>;

export interface Passage extends Readonly<PassageRecord> {
  /** In reading order, without overlap. */
  readonly mentions: readonly LabelledMention[];
}

const PASSAGES = fileURLToPath(new URL('./passages/', import.meta.url));

/** All passages, by file and then as written there. Throws, with the place, on a broken one. */
export function readPassages(directory: string = PASSAGES): Passage[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((file) => readFile(join(directory, file)));
}

function readFile(path: string): Passage[] {
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const records = v.safeParse(v.array(PassageRecordSchema), content);
  if (!records.success) throw new Error(`${path}: ${JSON.stringify(v.flatten(records.issues))}`);
  return records.output.map((record) => {
    try {
      return { ...record, ...readMarks(record.text) };
    } catch (error) {
      throw new Error(`${path}, ${record.id}: ${String(error)}`);
    }
  });
}

const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';
const MARK = new RegExp(`⟦(\\??)([^⟦⟧→]+)→(${ID}(?:\\|${ID})*)⟧`, 'g');

/**
 * Takes the marks out of a text: `⟦Ma→jack-ma|pony-ma⟧` becomes `Ma` and a mention of two
 * entities. Throws where a mark is not well-formed.
 */
export function readMarks(marked: string): Pick<Passage, 'text' | 'mentions'> {
  const mentions: LabelledMention[] = [];
  let text = '';
  let read = 0;
  for (const mark of marked.matchAll(MARK)) {
    const [whole, question, name = '', ids = ''] = mark;
    text += marked.slice(read, mark.index);
    read = mark.index + whole.length;
    const start = text.length;
    text += name;
    mentions.push({
      start,
      end: text.length,
      entities: ids.split('|'),
      optional: question === '?',
    });
  }
  text += marked.slice(read);
  const stray = text.search(/[⟦⟧]/);
  if (stray >= 0)
    throw new Error(`a mark that cannot be read, near “${text.slice(stray, stray + 30)}”`);
  return { text, mentions };
}
