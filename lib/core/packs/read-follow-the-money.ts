/**
 * FollowTheMoney entities, one JSON object a line (`entities.ftm.json`). Things with a name become
 * entities; sanctions become claims about them; links become relations, each on a claim of its
 * own, because a relation rests on one. Lines stand for themselves, so a broken one is refused
 * and the next is read.
 */

import { isEdtf } from '../facts/edtf';
import { isObject } from '../is-object';
import { Admission } from './admission';
import { draftEntity, MAX_ALIASES } from './draft-entity';
import { kindOfSchema } from './follow-the-money-kinds';
import { linkOf } from './follow-the-money-links';
import { ftmEntityId } from './ftm-ids';
import type { PackReader, ReaderEvent } from './import-event';
import { fail, type Place, problemOf } from './import-problem';
import { isNestedDeeper } from './json-depth';
import { listSource } from './list-source';
import type { ReaderContext } from './reader-context';
import { refusal } from './resolve-references';
import { cleanLine, cutTo } from './text-hygiene';

const MAX_CLAIM_CHARS = 600;
const IDENTIFIERS: readonly (readonly [property: string, scheme: string])[] = [
  ['wikidataId', 'wikidata'],
  ['leiCode', 'lei'],
  ['imoNumber', 'imo'],
  ['isin', 'isin'],
  ['innCode', 'inn'],
  ['ogrnCode', 'ogrn'],
  ['registrationNumber', 'registration'],
];

interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption: string;
  readonly values: (property: string) => string[];
}

export function createFollowTheMoneyReader(context: ReaderContext): PackReader {
  const admission = new Admission(context.limits);
  let held = '';
  let line = 1;
  let entities = 0;

  function* take(text: string, place: Place): Generator<ReaderEvent, void> {
    if (text.trim() === '') return;
    entities++;
    if (entities === 1) yield* admission.offer('sources', listSource(context), place);
    if (isNestedDeeper(text, context.limits.depth)) {
      yield refusal(problemOf('too-deep', place, { max: context.limits.depth }));
      return;
    }
    const parsed = parseLine(text);
    if (parsed === undefined)
      yield refusal(problemOf('json-syntax', place, { found: text.slice(0, 40) }));
    else yield* takeEntity(parsed, place);
  }

  function* takeEntity(parsed: unknown, place: Place): Generator<ReaderEvent, void> {
    const ftm = ftmEntityOf(parsed);
    if (!ftm) {
      yield refusal(problemOf('not-an-entity', place));
      return;
    }
    const kind = kindOfSchema(ftm.schema);
    if (kind) {
      const names = ftm.values('name');
      const label = ftm.caption !== '' ? ftm.caption : (names[0] ?? '');
      if (cleanLine(label) === '') {
        yield refusal(problemOf('no-name', { ...place, path: 'properties.name' }, { id: ftm.id }));
        return;
      }
      yield* admission.offer('entities', entityOf(ftm, label, kind), { ...place, path: '' });
      return;
    }
    const link = linkOf(ftm.schema);
    const [from] = link ? ftm.values(link.from) : [];
    const [to] = link?.to === undefined ? [] : ftm.values(link.to);
    if (!link || from === undefined || (link.to !== undefined && to === undefined)) {
      yield refusal(
        problemOf('schema-not-used', { ...place, path: 'schema' }, { schema: ftm.schema }),
      );
      return;
    }
    const about = [from, ...(to === undefined ? [] : [to])].map(ftmEntityId);
    const claim = claimOf(ftm, about);
    yield* admission.offer('claims', claim, { ...place, path: '' });
    if (link.kind === undefined || about.length < 2) return;
    const relation = { from: about[0], to: about[1], kind: link.kind, claim: claim.id };
    yield* admission.offer('relations', relation, { ...place, path: '' });
  }

  return {
    *push(text) {
      held += text;
      let at = 0;
      for (let end = held.indexOf('\n'); end >= 0; end = held.indexOf('\n', at)) {
        yield* take(held.slice(at, end), { line });
        at = end + 1;
        line++;
      }
      held = held.slice(at);
      const { recordChars } = context.limits;
      if (held.length > recordChars) fail('too-long-record', { line }, { max: recordChars });
    },
    *end() {
      yield* take(held, { line });
      if (entities === 0) fail('empty-file');
      yield { type: 'meta', meta: context.meta };
      yield* admission.end();
    },
  };
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Null for what is no entity. Values that are no texts are passed over. */
function ftmEntityOf(parsed: unknown): FtmEntity | null {
  if (!isObject(parsed)) return null;
  const { id, schema, caption, properties } = parsed;
  if (typeof id !== 'string' || id === '' || typeof schema !== 'string') return null;
  if (!isObject(properties)) return null;
  return {
    id,
    schema,
    caption: typeof caption === 'string' ? caption : '',
    values: (property) => {
      const values = Object.hasOwn(properties, property) ? properties[property] : [];
      return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
    },
  };
}

function entityOf(ftm: FtmEntity, label: string, kind: Parameters<typeof draftEntity>[0]['kind']) {
  const { id, values } = ftm;
  return draftEntity({
    id: ftmEntityId(id),
    label,
    kind,
    names: [...values('name'), ...values('alias'), ...values('previousName')].slice(0, MAX_ALIASES),
    weakNames: [...values('weakAlias'), ...values('abbreviation')],
    description: [
      ...values('birthDate').slice(0, 1),
      ...values('country').map((code) => code.toUpperCase()),
      ...values('position').slice(0, 3),
      ...values('notes').slice(0, 1),
    ].join(' · '),
    identifiers: [
      { scheme: 'ftm', value: id },
      ...IDENTIFIERS.flatMap(([property, scheme]) =>
        values(property).map((value) => ({ scheme, value })),
      ),
    ],
  });
}

function claimOf(ftm: FtmEntity, about: readonly string[]) {
  const words = [
    ...ftm.values('authority'),
    ...ftm.values('program'),
    ...ftm.values('role'),
    ...ftm.values('relationship'),
    ...ftm.values('percentage'),
    ...ftm.values('reason'),
    ...ftm.values('summary'),
  ].join(' · ');
  const [date] = [...ftm.values('startDate'), ...ftm.values('listingDate'), ...ftm.values('date')];
  const day = date?.slice(0, 10);
  return {
    id: ftmEntityId(ftm.id),
    kind: 'statement',
    text: cutTo(cleanLine(words === '' ? ftm.schema : words), MAX_CLAIM_CHARS),
    entities: [...new Set(about)],
    speaker: { type: 'source' },
    ...(day !== undefined && isEdtf(day) && { date: { date: day, basis: 'stated' } }),
    notes: [],
    conflictsWith: [],
    evidence: [],
  };
}
