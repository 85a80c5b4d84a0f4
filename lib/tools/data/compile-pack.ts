/**
 * Turns a pack as people write it into the pack that ships: checked, and with the forms of names
 * that can be computed added. The same folder always gives the same text.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import { checkPack } from '../../core/facts/check-pack';
import {
  type Alias,
  type Entity,
  type FactPack,
  FactPackSchema,
} from '../../core/facts/pack-schema';
import { derivePinyin } from './derive-pinyin';
import { deriveTraditional } from './derive-traditional';
import { describeProblem, PACKS_DIR, packNames, readPackFolder } from './read-pack';

export interface CompiledPack {
  readonly pack: FactPack;
  /** Where it lies in the built extension. */
  readonly file: string;
  readonly json: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

/** Entities whose pinyin readers type; nobody looks up a concept or an event that way. */
const KINDS_WITH_PINYIN: readonly Entity['kind'][] = [
  ...(['person', 'organisation', 'public-body', 'product', 'outlet'] as const),
];

/** Throws with every problem and its path, so that a broken pack fails the build. */
export function compileBundledPacks(root = PACKS_DIR): CompiledPack[] {
  return packNames(root).map((name) => compilePackFolder(join(root, name), name));
}

export function compilePackFolder(path: string, name: string): CompiledPack {
  const folder = readPackFolder(path, name);
  const problems = [...folder.problems, ...checkPack(folder.pack, { everyClaimHasEvidence: true })];
  if (problems.length > 0) {
    const lines = problems.map((problem) => describeProblem(folder, problem));
    throw new Error(`${problems.length} problems in the fact pack:\n${lines.join('\n')}`);
  }
  const pack = compilePack(v.parse(FactPackSchema, folder.pack));
  const json = `${JSON.stringify(pack)}\n`;
  return {
    pack,
    file: `packs/${pack.id}.json`,
    json,
    sha256: createHash('sha256').update(json).digest('hex'),
  };
}

/** Adds what can be derived; what an editor has written always stands before it. */
export function compilePack(pack: FactPack): FactPack {
  return { ...pack, entities: pack.entities.map(withDerivedNames) };
}

function withDerivedNames(entity: Entity): Entity {
  const aliases = [...entity.aliases];
  const taken = new Set(aliases.map((alias) => alias.text.toLowerCase()));
  const add = (alias: Alias): void => {
    const key = alias.text.toLowerCase();
    if (taken.has(key)) return;
    taken.add(key);
    aliases.push(alias);
  };
  for (const alias of entity.aliases.filter(isSimplified)) {
    for (const text of deriveTraditional(alias.text)) {
      add({ ...alias, text, lang: 'zh-Hant', basis: 'derived' });
    }
  }
  const written = new Set(entity.aliases.map(({ text }) => compact(text)));
  for (const text of pinyinOf(entity).filter((pinyin) => !written.has(compact(pinyin)))) {
    add({ text, lang: 'zh-Latn', strength: 'weak', case: 'initial', basis: 'derived' });
  }
  return { ...entity, nativeLabels: withTraditional(entity.nativeLabels), aliases };
}

/** “Ma Yun” and “Mayun” are one name; which words it is written in, the editors know better. */
function compact(text: string): string {
  return text.toLowerCase().replaceAll(' ', '');
}

/** Only for those at home in Chinese: the pinyin of a foreign name’s Chinese form is no name. */
function pinyinOf(entity: Entity): string[] {
  if (!KINDS_WITH_PINYIN.includes(entity.kind) || !entity.nativeLabels.some(isSimplified))
    return [];
  return [...entity.nativeLabels, ...entity.aliases].filter(isSimplified).flatMap(({ text }) => {
    const derived = derivePinyin(text, entity.kind === 'person');
    return derived === null ? [] : [derived];
  });
}

function withTraditional(labels: Entity['nativeLabels']): Entity['nativeLabels'] {
  if (labels.some((label) => label.lang === 'zh-Hant')) return labels;
  return labels.flatMap((label) => {
    const [text] = isSimplified(label) ? deriveTraditional(label.text) : [];
    return text === undefined
      ? [label]
      : [label, { text, lang: 'zh-Hant', basis: 'derived' as const }];
  });
}

function isSimplified({ lang }: { readonly lang: string }): boolean {
  return lang === 'zh-Hans';
}
