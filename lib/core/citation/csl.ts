/**
 * Sources of a claim as CSL-JSON, which reference managers read:
 * https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables.
 */
import { parseEdtfPoint } from '../facts/edtf';
import type { Evidence, Source } from '../facts/pack-schema';
import { webAddress } from './quotation-link';

type DateParts = [number, ...number[]];

export interface CslDate {
  readonly 'date-parts': readonly DateParts[];
  readonly circa?: true;
}

export interface CslItem {
  readonly id: string;
  readonly type: 'webpage' | 'document';
  readonly title: string;
  readonly language: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly publisher?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  /** The quoted words and what is to be known of them. */
  readonly note: string;
}

/** One item for a source. `remark` says how its text came to be, such as "machine translation". */
export function cslItem(
  source: Source,
  evidence: readonly Evidence[],
  remark: string | null,
): CslItem {
  const address = webAddress(source.url);
  const issued = cslDate(source.published?.date, source.published?.basis === 'inferred');
  const accessed = cslDate(source.retrieved, false);
  const quotes = evidence.map(({ exact }) => `“${exact}”`);
  return {
    id: source.id,
    type: address ? 'webpage' : 'document',
    title: source.title,
    language: source.language,
    ...(source.author !== undefined && { author: [{ literal: source.author }] }),
    ...(source.publisher !== undefined && { publisher: source.publisher }),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
    ...(address && { URL: address.href }),
    note: [...quotes, ...(remark === null ? [] : [remark])].join('; '),
  };
}

/** Null where the date has digits that are not known, or an open end: CSL has no form for these. */
export function cslDate(edtf: string | undefined, isInferred: boolean): CslDate | null {
  if (edtf === undefined) return null;
  const points = edtf.split('/').map(parseEdtfPoint);
  const parts: DateParts[] = [];
  let isSure = !isInferred;
  for (const point of points) {
    if (!point || point.year.includes('X')) return null;
    const rest = [point.month, point.day].filter((part) => part !== undefined && part !== 'XX');
    parts.push([Number(point.year), ...(point.month === 'XX' ? [] : rest.map(Number))]);
    isSure &&= point.qualifier === undefined;
  }
  return { 'date-parts': parts, ...(!isSure && { circa: true }) };
}
