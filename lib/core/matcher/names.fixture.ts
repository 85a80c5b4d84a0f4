/** Random names and texts that hold them, for property tests: all scripts, and all that hides a name. */
import fc from 'fast-check';
import { foldText } from '../text/characters';
import type { NamedEntity } from './build-matcher';

const letter = fc.constantFrom(...'abmnsABMNSéÉßʼıİ', ...'ДдЖжא', ...'0５ａＡ');
const sign = fc.constantFrom("'", '’', '-', '.', '&', '!', ';', '\u037e', '​', '\u00ad', '\u0301');
const han = fc.constantFrom(...'马云蚂蚁集团中共');
const hangul = fc.constantFrom(...'마윈가는의스');
const space = fc.constantFrom(' ', '  ', '\u00a0', '\n', ' \n ');

const character = fc.oneof(
  { weight: 6, arbitrary: letter },
  { weight: 1, arbitrary: sign },
  { weight: 2, arbitrary: han },
  { weight: 2, arbitrary: hangul },
  { weight: 2, arbitrary: space },
);
const plainName = fc.array(character, { minLength: 1, maxLength: 10 }).map((all) => all.join(''));
const latinName = fc
  .array(fc.array(letter, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 3 })
  .map((words) => words.map((word) => word.join('')).join(' '));
const nameText = fc
  .oneof(plainName, latinName)
  .filter((text) => text.trim() === text && /[\p{L}\p{N}]/u.test(foldText(text)));

const alias = fc.record({
  text: nameText,
  strength: fc.constantFrom('strong' as const, 'weak' as const, 'garbled' as const),
  case: fc.constantFrom('any' as const, 'initial' as const, 'exact' as const),
});

export const namedEntities: fc.Arbitrary<NamedEntity[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('person' as const, 'organisation' as const),
      aliases: fc.uniqueArray(alias, {
        minLength: 1,
        maxLength: 3,
        selector: ({ text }) => text,
      }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((entities) =>
    entities.map(({ kind, aliases }, i) => ({
      key: `p/e${i}`,
      label: aliases[0]?.text ?? '',
      kind,
      aliases,
    })),
  );

/** How a page may write a name. */
const disguise = fc.constantFrom<(name: string) => string>(
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => `${name}s`,
  (name) => `${name}'s`,
  (name) => `${name}는`,
  (name) => name.replace(/ /g, '\u00a0 \n'),
  (name) => `${name.slice(0, 1)}\u00ad${name.slice(1)}`,
  (name) => `${name.slice(0, -1)}\u0301\u200b${name.slice(-1)}`,
  (name) => `${name.slice(0, 2)}\n${name.slice(2)}`,
);

/** A text in which some of the names stand, disguised, between and inside other characters. */
export function textsWith(entities: readonly NamedEntity[]): fc.Arbitrary<string> {
  const names = entities.flatMap(({ aliases }) => aliases.map(({ text }) => text));
  const piece = fc.oneof(
    fc.tuple(fc.constantFrom(...names), disguise).map(([name, change]) => change(name)),
    character,
    fc.constantFrom(' ', ', ', '。', ' the ', 'x'),
  );
  return fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join(''));
}

export const entitiesAndText: fc.Arbitrary<readonly [NamedEntity[], string]> = namedEntities.chain(
  (entities) => textsWith(entities).map((text) => [entities, text] as const),
);
