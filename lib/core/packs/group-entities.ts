/**
 * Which entities of several packs are one person or thing, so that it has one card. Sure signs are
 * a number that a register gave to both, and one that stands for the other. The same name is a
 * likely sign only: it counts where it leaves one reading. A pack tells its own entities apart.
 */
import { STAND_IN_SCHEME, standsFor } from '../clipping/clip-records';
import { type EntityKey, packOfKey } from '../facts/keys';
import type { Entity } from '../facts/pack-schema';
import { foldText } from '../text/characters';
import { type SameEntity, SameEntityIndex } from './same-entity';

export interface KeyedEntity {
  readonly key: EntityKey;
  readonly entity: Entity;
}

type Group = Set<KeyedEntity>;
type Link = readonly [KeyedEntity, KeyedEntity];

/** Every entity is in one group; groups and what is in them stay in the order given. */
export function groupEntities(entities: readonly KeyedEntity[]): KeyedEntity[][] {
  const { sure, likely } = linksBetween(entities);
  const groups = new Map<KeyedEntity, Group>(entities.map((one) => [one, new Set([one])]));
  const groupOf = (one: KeyedEntity): Group => groups.get(one) ?? new Set([one]);
  const join = ([a, b]: Link): void => {
    const joined = new Set([...groupOf(a), ...groupOf(b)]);
    for (const one of joined) groups.set(one, joined);
  };
  for (const link of sure) join(link);
  for (const link of unambiguous(likely, groupOf)) {
    // Links that are sound one by one may still lead from one thing to another.
    if (!areApart(groupOf(link[0]), groupOf(link[1]))) join(link);
  }
  return [...new Set(entities.map(groupOf))].map((group) =>
    entities.filter((one) => group.has(one)),
  );
}

function linksBetween(entities: readonly KeyedEntity[]): { sure: Link[]; likely: Link[] } {
  const index = new SameEntityIndex();
  const byKey = new Map(entities.map((one) => [one.key, one]));
  for (const { key, entity } of entities) index.add(key, entity);
  const sure: Link[] = [];
  const likely: Link[] = [];
  // Always in the same order, so that it does not matter which of them was asked for.
  for (const one of [...entities].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const original = byKey.get(standsFor(one.entity) ?? '');
    if (original && original !== one) sure.push([one, original]);
    for (const same of index.find(one.key, one.entity)) {
      const other = byKey.get(same.key);
      if (!other || isToldApart(one.entity, other.entity)) continue;
      if (same.because[0]?.type === 'identifier') sure.push([one, other]);
      else if (isByLabel(same, other.entity)) likely.push([one, other]);
    }
  }
  return { sure, likely };
}

/** A shared alias that is neither's label is a suggestion, and no reason to show two as one. */
function isByLabel({ because }: SameEntity, { label }: Entity): boolean {
  const folded = foldText(label);
  return because.some(({ type, ...sign }) => {
    return type === 'label' || ('text' in sign && foldText(sign.text) === folded);
  });
}

/** Without those to one of two that cannot both be meant. */
function unambiguous(likely: readonly Link[], groupOf: (one: KeyedEntity) => Group): Link[] {
  const linked = new Map<Group, Set<Group>>();
  for (const [a, b] of [...likely, ...likely.map(([a, b]) => [b, a] as const)]) {
    linked.set(groupOf(a), (linked.get(groupOf(a)) ?? new Set()).add(groupOf(b)));
  }
  const isOnly = (from: Group, to: Group): boolean =>
    [...(linked.get(from) ?? [])].every((other) => other === to || !areApart(other, to));
  return likely.filter(([a, b]) => {
    const [one, other] = [groupOf(a), groupOf(b)];
    return one !== other && isOnly(one, other) && isOnly(other, one);
  });
}

function areApart(a: Group, b: Group): boolean {
  return originals(a).some((one) =>
    originals(b).some(
      (other) =>
        packOfKey(one.key) === packOfKey(other.key) || isToldApart(one.entity, other.entity),
    ),
  );
}

/** A reader may have one for each of two packs, which says nothing of the two. */
function originals(group: Group): KeyedEntity[] {
  const known = [...group].filter(({ entity }) => standsFor(entity) === null);
  return known.length > 0 ? known : [...group];
}

/** Whether a register gives them different numbers and none gives them the same. */
function isToldApart(a: Entity, b: Entity): boolean {
  const [mine, theirs] = [numbersOf(a), numbersOf(b)];
  const shared = [...mine.keys()].filter((scheme) => theirs.has(scheme));
  const isSame = (scheme: string): boolean =>
    [...(mine.get(scheme) ?? [])].some((value) => theirs.get(scheme)?.has(value));
  return shared.length > 0 && !shared.some(isSame);
}

function numbersOf(entity: Entity): Map<string, Set<string>> {
  const numbers = new Map<string, Set<string>>();
  for (const { scheme, value } of entity.identifiers ?? []) {
    const folded = scheme.toLowerCase();
    if (folded === STAND_IN_SCHEME) continue;
    numbers.set(folded, (numbers.get(folded) ?? new Set()).add(value));
  }
  return numbers;
}
