/**
 * Pinyin without tones, joined to words as people write and type names: “Xu Lin”, “Mayi Jituan”.
 * It is guesswork about readings, so whoever uses it treats it as a weak form.
 */
import { pinyin } from 'pinyin-pro';

/** Longer ones are official names in full, which nobody types in pinyin. */
const MAX_CHARACTERS = 8;

const COMPOUND_SURNAMES = /^(?:欧阳|司马|诸葛|上官|司徒|东方|皇甫|尉迟|公孙|令狐|慕容)/;

/** Generic words at the end of names, which are written apart. */
const ENDINGS = [
  ...['集团', '公司', '控股', '银行', '金服', '科技', '出行', '支付', '大学', '委员会', '日报'],
  ...['时报', '周刊', '新闻', '法院', '证券', '基金', '商城', '头条', '外卖', '地图', '部', '局'],
];

/** Null where the name is not wholly Chinese, or too short or long to be of use. */
export function derivePinyin(name: string, isPerson: boolean): string | null {
  if (!/^\p{Script=Han}+$/u.test(name)) return null;
  const characters = [...name];
  if (characters.length < 2 || characters.length > MAX_CHARACTERS) return null;
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    toneSandhi: false,
    ...(isPerson ? { surname: 'head' as const } : {}),
  });
  if (syllables.length !== characters.length) return null;
  const split = isPerson ? surnameLength(name) : splitOf(name);
  const words = [syllables.slice(0, split), syllables.slice(split)];
  return words
    .filter((word) => word.length > 0)
    .map((word) => capitalise(word.join('')))
    .join(' ');
}

function surnameLength(name: string): number {
  return COMPOUND_SURNAMES.test(name) && name.length > 2 ? 2 : 1;
}

/** Before the generic ending; else four characters are mostly two words of two. */
function splitOf(name: string): number {
  const ending = ENDINGS.find((word) => name.endsWith(word) && name.length > word.length + 1);
  if (ending !== undefined) return name.length - ending.length;
  return name.length === 4 ? 2 : name.length;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
