import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPack } from '../../core/facts/check-pack';
import type { Alias, Entity, FactPack } from '../../core/facts/pack-schema';
import { compileBundledPacks, compilePack } from './compile-pack';
import { derivePinyin } from './derive-pinyin';
import { deriveTraditional } from './derive-traditional';
import { factPackJsonSchema } from './json-schema';

function aliasOf(text: string, lang: string, strength: Alias['strength'] = 'strong'): Alias {
  return { text, lang, strength, case: 'any', basis: 'editorial' };
}

function compileEntity(entity: Partial<Entity>): Entity | undefined {
  const file = new URL('../../../tests/fixtures/packs/valid-minimal.json', import.meta.url);
  const pack = JSON.parse(readFileSync(file, 'utf8')) as FactPack;
  Object.assign(pack.entities[0] ?? {}, entity);
  const compiled = compilePack(pack);
  expect(checkPack(compiled)).toEqual([]);
  return compiled.entities[0];
}

describe('compilePack', () => {
  const maYun: Partial<Entity> = {
    label: 'Jack Ma',
    nativeLabels: [{ text: '马云', lang: 'zh-Hans', basis: 'editorial' }],
    aliases: [aliasOf('Jack Ma', 'en'), aliasOf('马云', 'zh-Hans')],
  };

  test('adds traditional forms with the strength of the simplified one, and weak pinyin', () => {
    const entity = compileEntity(maYun);
    expect(entity?.aliases.slice(2)).toEqual([
      { text: '馬雲', lang: 'zh-Hant', strength: 'strong', case: 'any', basis: 'derived' },
      { text: 'Ma Yun', lang: 'zh-Latn', strength: 'weak', case: 'initial', basis: 'derived' },
    ]);
    expect(entity?.nativeLabels[1]).toEqual({ text: '馬雲', lang: 'zh-Hant', basis: 'derived' });
  });

  test('keeps what an editor has written', () => {
    const written = [aliasOf('Ma yun', 'en'), aliasOf('馬雲', 'zh-Hant', 'weak')];
    const aliases = [...(maYun.aliases ?? []), ...written];
    expect(compileEntity({ ...maYun, aliases })?.aliases).toEqual(aliases);
  });

  test('gives no pinyin to the Chinese form of a foreign name', () => {
    const entity = compileEntity({ ...maYun, nativeLabels: [] });
    expect(entity?.aliases.map((alias) => alias.lang)).toEqual(['en', 'zh-Hans', 'zh-Hant']);
  });
});

test.each<[string, string[]]>([
  ['蚂蚁集团', ['螞蟻集團']],
  ['滴滴', []],
  ['网络安全法', ['網絡安全法', '網路安全法']],
  ['微博后台', ['微博後臺', '微博後台']],
])('deriveTraditional(%s)', (simplified, forms) => {
  expect(deriveTraditional(simplified)).toEqual(forms);
});

test.each<[string, boolean, string | null]>([
  ['蚂蚁集团', false, 'Mayi Jituan'],
  ['滴滴出行', false, 'Didi Chuxing'],
  ['招商银行', false, 'Zhaoshang Yinhang'],
  ['支付宝', false, 'Zhifubao'],
  ['字节跳动有限公司', false, 'Zijie Tiaodong Youxiangongsi'],
  ['许林', true, 'Xu Lin'],
  ['单仁平', true, 'Shan Renping'],
  ['欧阳娜', true, 'Ouyang Na'],
  ['马', true, null],
  ['阿里巴巴蒋凡', true, null],
  ['TikTok国际', false, null],
  ['中国证券监督管理委员会', false, null],
])('derivePinyin(%s)', (name, isPerson, pinyin) => {
  expect(derivePinyin(name, isPerson)).toBe(pinyin);
});

test('the bundled packs compile to packs without problems, the same every time', () => {
  const [first, second] = [compileBundledPacks(), compileBundledPacks()];
  expect(first.map((pack) => pack.file)).toContain('packs/china-tech.json');
  expect(second.map((pack) => pack.sha256)).toEqual(first.map((pack) => pack.sha256));
  for (const { json } of first) {
    expect(checkPack(JSON.parse(json), { everyClaimHasEvidence: true })).toEqual([]);
  }
});

test('every field of the JSON Schema has a description', () => {
  const missing: string[] = [];
  const visit = (schema: unknown, path: string): void => {
    if (schema === null || typeof schema !== 'object') return;
    for (const [key, value] of Object.entries(schema)) {
      if (key !== 'properties') visit(value, `${path}/${key}`);
      else {
        for (const [name, field] of Object.entries(value as Record<string, object>)) {
          if (!('description' in field)) missing.push(`${path}/${name}`);
          visit(field, `${path}/${name}`);
        }
      }
    }
  };
  visit(JSON.parse(factPackJsonSchema()), '');
  expect(missing).toEqual([]);
});
