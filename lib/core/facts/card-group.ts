/**
 * The cards of one person or thing, one for each pack that knows it. They stay apart, each with its
 * own claims, counts and sources, and are shown as one.
 */
import * as v from 'valibot';
import { type EntityCard, EntityCardSchema } from './card';
import type { EntityKey } from './keys';

export const CardGroupSchema = v.tupleWithRest([EntityCardSchema], EntityCardSchema);

/** The one that gives the name comes first, then in the reader's order of packs. */
export type CardGroup = readonly [EntityCard, ...EntityCard[]];

export function groupWith(groups: readonly CardGroup[], key: EntityKey): CardGroup | undefined {
  return groups.find((group) => group.some((card) => card.key === key));
}

/** As their facts are told: the reader's own first. */
export function inTurn(group: CardGroup): EntityCard[] {
  const isOwn = ({ pack }: EntityCard): boolean => pack.origin === 'own';
  return [...group.filter(isOwn), ...group.filter((card) => !isOwn(card))];
}

/** Those that name it or what it is otherwise than the first. */
export function namedOtherwise([head, ...others]: CardGroup): EntityCard[] {
  return others.filter(
    ({ entity }) =>
      entity.label !== head.entity.label ||
      entity.kind !== head.entity.kind ||
      newNatives(entity, head.entity).length > 0,
  );
}

/** Native labels that the other one does not have. */
export function newNatives(
  entity: EntityCard['entity'],
  other: EntityCard['entity'],
): EntityCard['entity']['nativeLabels'] {
  return entity.nativeLabels.filter(
    ({ text }) => !other.nativeLabels.some((native) => native.text === text),
  );
}

/** Whether it describes the thing in words of its own. */
export function describesOtherwise(card: EntityCard, [head]: CardGroup): boolean {
  const words = ({ entity }: EntityCard): string =>
    entity.summary.map(({ text }) => text).join(' ');
  return card !== head && words(card) !== '' && words(card) !== words(head);
}
