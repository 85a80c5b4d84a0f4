/**
 * What the page's strong names say about everything else on it: which entities are named in
 * full, where, and who is related to whom.
 */
import type { MatcherTables } from '../matcher/matcher-tables';
import type { Span, Support } from './mention';
import { gapBetween, PASSAGE_CHARS } from './passage';

/** A full name of one entity alone, in reading order. */
export interface FullName extends Support {
  readonly entity: number;
}

/** So many different entities named in full in one passage make it one about this world. */
const MIN_COMPANY = 3;
/** So many related entities named in full make a page one about this circle. */
const MIN_RELATED_ON_PAGE = 2;

export interface PageEvidence {
  /** In reading order, and all of them before anything is asked. */
  add(name: FullName): void;
  /** The first full name of the entity on the whole page. */
  anywhere(entity: number): Support | null;
  /** The last full name of the entity before the place. */
  before(entity: number, flow: number, place: Span): Support | null;
  /** The nearest full name of a related entity in the same passage. */
  relatedNear(entity: number, flow: number, place: Span): Support | null;
  /** One of several other entities named in full in the same passage. */
  companyNear(entity: number, flow: number, place: Span): Support | null;
  /** One of the related entities, where enough of them are named on the page. */
  relatedOnPage(entity: number): Support | null;
}

export function createPageEvidence(tables: MatcherTables): PageEvidence {
  const byEntity = new Map<number, FullName[]>();
  const byFlow = new Map<number, FullName[]>();
  const relatedOf = (entity: number): Uint32Array =>
    tables.related.subarray(tables.relatedStart[entity], tables.relatedStart[entity + 1]);
  const circles = new Map<number, Support | null>();

  return {
    add(name) {
      push(byEntity, name.entity, name);
      push(byFlow, name.flow, name);
    },

    anywhere: (entity) => byEntity.get(entity)?.[0] ?? null,

    before(entity, flow, place) {
      const names = byEntity.get(entity) ?? [];
      return names.findLast((name) => isBefore(name, flow, place)) ?? null;
    },

    relatedNear(entity, flow, place) {
      const related = relatedOf(entity);
      let nearest: FullName | null = null;
      let distance = PASSAGE_CHARS;
      for (const name of byFlow.get(flow) ?? []) {
        const gap = gapBetween(name, place);
        if (gap <= distance && related.includes(name.entity)) {
          nearest = name;
          distance = gap;
        }
      }
      return nearest;
    },

    companyNear(entity, flow, place) {
      const near = (byFlow.get(flow) ?? []).filter(
        (name) => name.entity !== entity && gapBetween(name, place) <= PASSAGE_CHARS,
      );
      const different = new Set(near.map((name) => name.entity));
      return different.size >= MIN_COMPANY ? (near[0] ?? null) : null;
    },

    relatedOnPage(entity) {
      const known = circles.get(entity);
      if (known !== undefined) return known;
      const named = [...relatedOf(entity)].flatMap((other) => byEntity.get(other)?.[0] ?? []);
      const answer = named.length >= MIN_RELATED_ON_PAGE ? (named[0] ?? null) : null;
      circles.set(entity, answer);
      return answer;
    },
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function isBefore(name: FullName, flow: number, place: Span): boolean {
  return name.flow < flow || (name.flow === flow && name.end <= place.start);
}
