/**
 * The words by which entities are found without reading them all: the beginnings of a typed query,
 * whole names that two packs share, and the numbers of registers.
 */
import * as v from 'valibot';
import { type Entity, EntitySchema } from '../core/facts/pack-schema';
import { foldText } from '../core/text/characters';

/** Lists give dozens of spellings. */
const MAX_NAMES = 40;
const MAX_IDENTIFIERS = 6;
/** Of a long label the first words. */
const MAX_LABEL_WORDS = 4;

export interface EntityIndexFields {
  readonly names: string[];
  readonly identifiers: string[];
}

/** The label also from each of its words on, so that "lovelace" finds "Ada Lovelace". */
export function entityIndexFields(entity: Entity): EntityIndexFields {
  const label = foldText(entity.label);
  const strong = entity.aliases.filter(({ strength }) => strength === 'strong');
  const names = [
    label,
    ...tailsOf(label),
    ...entity.nativeLabels.map(({ text }) => foldText(text)),
    ...strong.map(({ text }) => foldText(text)),
  ];
  // What it stands for comes last in the record, and is never to be left out here.
  const identifiers = (entity.identifiers ?? []).map(identifierOf).reverse();
  return {
    names: [...new Set(names)].filter((name) => name !== '').slice(0, MAX_NAMES),
    identifiers: [...new Set(identifiers)].slice(0, MAX_IDENTIFIERS),
  };
}

export function identifierOf({ scheme, value }: { scheme: string; value: string }): string {
  return `${scheme.toLowerCase()} ${value}`;
}

/** Gives a row of the first version what it lacks; one of a shape that we do not know is left. */
export function indexEntityRow(row: { entity?: unknown }): void {
  const parsed = v.safeParse(EntitySchema, row.entity);
  if (parsed.success) Object.assign(row, entityIndexFields(parsed.output));
}

function tailsOf(label: string): string[] {
  const words = label.split(' ').slice(1, MAX_LABEL_WORDS);
  return words.map((_word, index) =>
    label
      .split(' ')
      .slice(index + 1)
      .join(' '),
  );
}
