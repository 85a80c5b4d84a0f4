/**
 * W3C Web Annotations: one, an array of them, an AnnotationPage or an AnnotationCollection with
 * its first page in it. An annotation becomes a claim: its text the restatement, its tags the
 * entities, its quotations the evidence.
 */
import { isEdtf } from '../facts/edtf';
import { MAX_CONTEXT_CHARS, MAX_EXCERPT_CHARS } from '../facts/pack-schema';
import { formatPath } from '../facts/problem';
import { isObject } from '../is-object';
import { Admission } from './admission';
import { type AnnotationTarget, annotationParts, typesOf } from './annotation-parts';
import { draftEntity } from './draft-entity';
import type { PackReader, ReaderEvent } from './import-event';
import { fail, type Place, problemOf } from './import-problem';
import { type JsonPiece, JsonSplitter, parsePiece } from './json-splitter';
import { below } from './place-below';
import type { ReaderContext } from './reader-context';
import { refusal } from './resolve-references';
import { SeenIds } from './seen-ids';
import { stableId } from './stable-id';
import { cleanLine, cutTo } from './text-hygiene';
import { cleanAddress, parseWebAddress } from './web-address';

/** A collection carries its first page as one member. UTF-16 code units. */
const MAX_MEMBER_CHARS = 32_000_000;
const MAX_TITLE_CHARS = 300;
/** Of a claim or document in the readable part of its id. */
const MAX_NAME_CHARS = 40;

export function createAnnotationReader(context: ReaderContext): PackReader {
  const splitter = new JsonSplitter({ ...context.limits, recordChars: MAX_MEMBER_CHARS });
  const admission = new Admission(context.limits);
  const seen = new SeenIds();
  /** Members of a root object that are no annotations themselves. */
  const root = new Map<string, unknown>();

  function* takePiece(piece: JsonPiece): Generator<ReaderEvent, void> {
    const [key, index] = piece.path;
    const value = parsePiece(piece);
    const place = { line: piece.line, path: formatPath(piece.path) };
    if (typeof key === 'number' || (key === 'items' && index !== undefined)) {
      yield* takeAnnotation(value, place);
      return;
    }
    if (key === undefined) return;
    const list = root.get(key);
    if (index === undefined) root.set(key, value);
    else if (Array.isArray(list)) list.push(value);
    else root.set(key, [value]);
  }

  function* takeRoot(): Generator<ReaderEvent, void> {
    const whole = Object.fromEntries(root);
    const types = typesOf(whole);
    if (types.includes('Annotation')) yield* takeAnnotation(whole, { path: '' });
    const first = whole['first'];
    const items = isObject(first) ? first['items'] : undefined;
    if (!Array.isArray(items)) return;
    for (const [index, item] of items.entries()) {
      yield* takeAnnotation(item, { path: `first.items[${index}]` });
    }
  }

  function* takeAnnotation(value: unknown, place: Place): Generator<ReaderEvent, void> {
    const parts = annotationParts(value);
    if (!parts) {
      yield refusal(problemOf('not-an-annotation', place));
      return;
    }
    const [first] = parts.targets;
    if (!first) {
      const code = parts.targetCount === 0 ? 'no-target' : 'no-quotation';
      yield refusal(problemOf(code, below(place, 'target')));
      return;
    }
    const bad = parts.targets.find(({ url }) => !isUrn(url) && !parseWebAddress(url));
    if (bad) {
      yield refusal(problemOf('bad-address', below(place, 'target', 'source'), { value: bad.url }));
      return;
    }
    const wrong = parts.targets.find(hasWrongOffsets);
    if (wrong) {
      const values = { found: wrong.end ?? 0, expected: (wrong.start ?? 0) + wrong.exact.length };
      yield refusal(problemOf('wrong-offsets', below(place, 'target', 'selector'), values));
      return;
    }
    const sources = parts.targets.map((target) => sourceOf(target, context));
    for (const source of sources) yield* once('sources', source, place);
    const named = parts.tags.map((tag) => cleanLine(tag)).filter((tag) => tag !== '');
    // Without tags it is about where it stands.
    const labels = named.length > 0 ? named : [placeNameOf(first)];
    const kind = named.length > 0 ? context.kind : 'outlet';
    const entities = labels.map((label) => draftEntity({ label, kind }));
    for (const entity of entities) yield* once('entities', entity, place);
    const text = cleanLine(parts.text === '' ? first.exact : parts.text);
    const day = parts.created?.slice(0, 10);
    yield* admission.offer(
      'claims',
      {
        id: stableId(cutTo(text, MAX_NAME_CHARS), parts.id ?? '', first.url, first.exact, text),
        kind: 'statement',
        text,
        entities: [...new Set(entities.map(({ id }) => id))],
        speaker: { type: 'source' },
        ...(day !== undefined && isEdtf(day) && { date: { date: day, basis: 'inferred' } }),
        notes: [],
        conflictsWith: [],
        evidence: parts.targets.map((target, at) => evidenceOf(target, sources[at]?.id ?? '')),
      },
      place,
    );
  }

  function* once(
    section: 'sources' | 'entities',
    record: { readonly id: string },
    place: Place,
  ): Generator<ReaderEvent, void> {
    const key = `${section}/${record.id}`;
    if (seen.has(key)) return;
    seen.add(key);
    yield* admission.offer(section, record, place);
  }

  return {
    *push(text) {
      for (const piece of splitter.push(text)) yield* takePiece(piece);
    },
    *end() {
      splitter.end();
      if (root.size > 0) yield* takeRoot();
      else if (splitter.members.length > 0) fail('not-an-annotation', { path: '' });
      yield { type: 'meta', meta: context.meta };
      yield* admission.end();
    },
  };
}

/** A document that has no address, as our own export names it. */
function isUrn(url: string): boolean {
  return url.startsWith('urn:');
}

function placeNameOf({ url, title }: AnnotationTarget): string {
  return parseWebAddress(url)?.host ?? title ?? url;
}

function hasWrongOffsets({ exact, start, end }: AnnotationTarget): boolean {
  if (start === undefined && end === undefined) return false;
  return start === undefined || start < 0 || end !== start + exact.length;
}

function sourceOf({ url, title, publisher, language }: AnnotationTarget, context: ReaderContext) {
  const address = cleanAddress(url) ?? undefined;
  const name = cleanLine(title ?? address?.replace(/^https?:\/\//, '') ?? url);
  return {
    id: stableId(cutTo(name, MAX_NAME_CHARS), url),
    ...(address !== undefined && { url: address }),
    title: cutTo(name, MAX_TITLE_CHARS),
    ...(publisher !== undefined && { publisher }),
    language: language ?? context.language,
    translation: 'unknown',
    stance: context.unknownStance,
  };
}

/** What is longer than an excerpt may be is quoted from its beginning; the rest is its context. */
function evidenceOf(target: AnnotationTarget, source: string) {
  const exact = cutTo(target.exact, MAX_EXCERPT_CHARS);
  const start = target.start ?? 0;
  const after = target.exact.slice(exact.length) + target.suffix;
  return {
    source,
    exact,
    prefix: endOf(target.prefix, MAX_CONTEXT_CHARS),
    suffix: cutTo(after, MAX_CONTEXT_CHARS),
    start,
    end: start + exact.length,
  };
}

function endOf(text: string, max: number): string {
  const end = text.slice(-max);
  return /^[\udc00-\udfff]/.test(end) ? end.slice(1) : end;
}
