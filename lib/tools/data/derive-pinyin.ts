/**
 * Pinyin without tones, joined to words as people write and type names: “Xu Lin”, “Mayi Jituan”.
 * It is guesswork about readings, so whoever uses it treats it as a weak form.
 */
import { pinyin } from 'pinyin-pro';

/** Longer ones are official names in full, which nobody types in pinyin. */
const MAX_CHARACTERS = 8;
/** A given name has one or two characters. A longer form is a name with a title or a company. */
const MAX_GIVEN_CHARACTERS = 2;

const COMPOUND_SURNAMES = /^(?:欧阳|司马|诸葛|上官|司徒|东方|皇甫|尉迟|公孙|令狐|慕容)/;

/** Generic words at the end of names, which are written apart. */
const ENDINGS = [
  ...[
    '有限公司',
    '股份',
    '集团',
    '公司',
    '控股',
    '银行',
    '金服',
    '科技',
    '出行',
    '支付',
    '大学',
    '委员会',
    '日报',
  ],
  ...[
    '时报',
    '周刊',
    '新闻',
    '法院',
    '证券',
    '基金',
    '商城',
    '头条',
    '外卖',
    '地图',
    '技术',
    '保险',
    '金融',
  ],
];

/** Null where the name is not wholly Chinese, or too short or long to be of use. */
export function derivePinyin(name: string, isPerson: boolean): string | null {
  if (!/^\p{Script=Han}+$/u.test(name)) return null;
  const characters = [...name];
  const longest = isPerson ? surnameLength(name) + MAX_GIVEN_CHARACTERS : MAX_CHARACTERS;
  if (characters.length < 2 || characters.length > longest) return null;
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    toneSandhi: false,
    ...(isPerson ? { surname: 'head' as const } : {}),
  });
  if (syllables.length !== characters.length) return null;
  const lengths = isPerson ? [surnameLength(name), MAX_GIVEN_CHARACTERS] : wordLengths(name);
  const ends = lengths.map((_length, index) => sum(lengths.slice(0, index + 1)));
  return lengths
    .map((length, index) => syllables.slice((ends[index] ?? 0) - length, ends[index]))
    .filter((word) => word.length > 0)
    .map((word) => capitalise(word.join('')))
    .join(' ');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function surnameLength(name: string): number {
  return COMPOUND_SURNAMES.test(name) && name.length > 2 ? 2 : 1;
}

/** Generic endings stand apart; else four characters are mostly two words of two. */
function wordLengths(name: string): number[] {
  const ending = ENDINGS.find((word) => name.endsWith(word) && name.length > word.length + 1);
  if (ending === undefined) return name.length === 4 ? [2, 2] : [name.length];
  return [...wordLengths(name.slice(0, -ending.length)), ending.length];
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
