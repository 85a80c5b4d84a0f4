import * as v from 'valibot';
import { packOfKey } from '../facts/keys';
import { CLAIM_KINDS, ENTITY_KINDS } from '../facts/pack-schema';
import { isInPeriod } from '../library/periods';
import type { SearchDocument } from './search-documents';

const MAX_VALUES = 20;

/** What a search is narrowed to; an empty list and null narrow nothing. */
export const SearchFilterSchema = v.strictObject({
  /** Of either, both kinds count: "event" is a kind of name and a kind of claim. */
  entityKinds: v.pipe(v.array(v.picklist(ENTITY_KINDS)), v.maxLength(MAX_VALUES)),
  claimKinds: v.pipe(v.array(v.picklist(CLAIM_KINDS)), v.maxLength(MAX_VALUES)),
  /** Keys of sources, any of which must tell of it. */
  sources: v.pipe(v.array(v.pipe(v.string(), v.maxLength(170))), v.maxLength(MAX_VALUES)),
  /** `2020` or `2020-11`. */
  period: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/))),
  /** Id of the only pack that is asked. */
  pack: v.exactOptional(v.pipe(v.string(), v.maxLength(80))),
});

export type SearchFilter = v.InferOutput<typeof SearchFilterSchema>;

export const NO_FILTER: SearchFilter = {
  entityKinds: [],
  claimKinds: [],
  sources: [],
  period: null,
};

export function isNarrowing(filter: SearchFilter): boolean {
  const { entityKinds, claimKinds, sources, period, pack } = filter;
  const values = entityKinds.length + claimKinds.length + sources.length;
  return values > 0 || period !== null || pack !== undefined;
}

/** Names pass by what is claimed about them. */
export function passes(document: SearchDocument, filter: SearchFilter): boolean {
  const { sources, period, pack } = filter;
  return (
    isOfKind(document, filter) &&
    (pack === undefined || packOfKey(document.key) === pack) &&
    (sources.length === 0 || document.sources.some((source) => sources.includes(source))) &&
    (period === null || document.dates.some((date) => isInPeriod(date, period)))
  );
}

function isOfKind(document: SearchDocument, { entityKinds, claimKinds }: SearchFilter): boolean {
  if (entityKinds.length + claimKinds.length === 0) return true;
  return document.kind === 'entity'
    ? entityKinds.includes(document.entityKind)
    : claimKinds.includes(document.claimKind);
}
