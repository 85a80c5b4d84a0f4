/**
 * Which entities of different packs are probably one: by the number that a register gave it, by
 * its label, or by a strong alias, always of the same kind. Suggestions for a reader; a weak
 * alias alone suggests nothing, since "Ma" is many people.
 */

import { packOfKey } from '../facts/keys';
import type { Entity } from '../facts/pack-schema';
import { foldText } from '../text/characters';

export type SameBecause =
  | { readonly type: 'identifier'; readonly scheme: string; readonly value: string }
  | { readonly type: 'label'; readonly text: string }
  | { readonly type: 'alias'; readonly text: string };

export interface SameEntity {
  /** EntityKey of the one that was known before. */
  readonly key: string;
  /** The strongest reason first. */
  readonly because: readonly SameBecause[];
}

const RANK: Readonly<Record<SameBecause['type'], number>> = { identifier: 0, label: 1, alias: 2 };
/** A form that so many share says nothing about any of them. */
const MAX_SHARED = 20;

export class SameEntityIndex {
  readonly #keys = new Map<string, string[]>();

  add(key: string, entity: Entity): void {
    for (const { sign } of signsOf(entity)) {
      const keys = this.#keys.get(sign);
      if (!keys) this.#keys.set(sign, [key]);
      else if (keys.length <= MAX_SHARED) keys.push(key);
    }
  }

  /** Entities of other packs than the key's own. */
  find(key: string, entity: Entity): SameEntity[] {
    const found = new Map<string, SameBecause[]>();
    for (const { sign, because } of signsOf(entity)) {
      const keys = this.#keys.get(sign) ?? [];
      if (keys.length > MAX_SHARED) continue;
      for (const other of keys) {
        if (packOfKey(other) === packOfKey(key)) continue;
        found.set(other, [...(found.get(other) ?? []), because]);
      }
    }
    return [...found]
      .map(([other, because]) => {
        return { key: other, because: because.sort((a, b) => RANK[a.type] - RANK[b.type]) };
      })
      .sort((a, b) => rankOf(a) - rankOf(b) || (a.key < b.key ? -1 : 1));
  }
}

function rankOf({ because: [first] }: SameEntity): number {
  return first ? RANK[first.type] : RANK.alias + 1;
}

function signsOf(entity: Entity): { sign: string; because: SameBecause }[] {
  const label = foldText(entity.label);
  const forms = new Map([[label, { type: 'label', text: entity.label } as SameBecause]]);
  for (const { text, strength } of entity.aliases) {
    const folded = foldText(text);
    if (strength === 'strong' && !forms.has(folded)) forms.set(folded, { type: 'alias', text });
  }
  return [
    ...(entity.identifiers ?? []).map(({ scheme, value }) => {
      const because = { type: 'identifier', scheme, value } as const;
      return { sign: `${scheme.toLowerCase()}\n${value}`, because };
    }),
    ...[...forms].map(([folded, because]) => ({ sign: `${entity.kind}\t${folded}`, because })),
  ];
}
