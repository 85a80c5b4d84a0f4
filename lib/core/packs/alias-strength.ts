/**
 * How strong an imported written form is, and in which letter case it counts. Most lists do not
 * say, so it is derived. A list that does say (a column of its own, FollowTheMoney's `weakAlias`)
 * is believed in the strength; the case is always derived.
 *
 *   written form                                    strength   case
 *   ─────────────────────────────────────────────   ────────   ───────
 *   three or more Chinese, Japanese, Korean signs   strong     any
 *   one or two of them                              weak       any
 *   no letter in it (a number, a date)              weak       exact
 *   two or more words, six or more letters          strong     initial where a capital is in it
 *   initials and a word ("J. Ma")                   weak       initial
 *   an abbreviation of two or three capitals        weak       exact
 *   an abbreviation of four or more                 strong     exact
 *   a common word, in whatever case                 weak       initial
 *   one word of a person's name                     weak       initial
 *   any other single word, six or more letters      strong     initial where a capital is in it
 *   any other                                       weak       exact where a capital is in it
 */
import type { Alias, EntityKind } from '../facts/pack-schema';
import { foldText } from '../text/characters';

export type AliasRule = Pick<Alias, 'strength' | 'case'>;

const MIN_STRONG_CHARS = 6;
const MIN_STRONG_CJK = 3;
const MIN_STRONG_CAPITALS = 4;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Words that are names of firms and lists as well as of everyday things. */
const COMMON_WORDS = new Set(
  (
    'about access account action active after agency alliance alpha amazon american animal answer ' +
    'apple article aspect asset august author balance banker basket beauty because before between ' +
    'beyond bridge bright bronze brother budget builder business camera canada capital castle center ' +
    'central centre chance change channel charge china choice circle citizen classic client coffee ' +
    'college column common company concept contact content control corner corporation council ' +
    'country course credit crystal culture current customer danger december decision defence degree ' +
    'democracy department design detail diamond digital direct director doctor dollar double dragon ' +
    'driver economy editor education effect effort eleven emerald energy engine english enough ' +
    'enterprise europe evening event example exchange executive expert export express factor factory ' +
    'family father february federal fellow figure finance finger flower follow forest formula ' +
    'fortune foundation freedom french friday friend future galaxy garden general german global ' +
    'golden government growth happen health history holding holdings horizon hotels hundred impact ' +
    'import income industry inflation insight institute interest internet island january journal ' +
    'journey justice kingdom language leader league legacy letter liberal liberty limited little ' +
    'london machine manager market master matter measure medical medicine meeting member memory ' +
    'message method middle million minister ministry minute mirror mobile modern moment monday ' +
    'monitor mother motion mountain museum music mutual nation national nature network nothing ' +
    'notion november number object ocean october office officer option orange orbit origin oxford ' +
    'pacific palace paper paradise parent parliament partner party people period person phoenix ' +
    'picture pioneer planet player please pocket police policy portal power premier president ' +
    'prime prince private problem process product profit program progress project property public ' +
    'purpose quality quarter question rather reason record reform region report research reserve ' +
    'result return review revolution royal russia sample saturday school science season second ' +
    'secretary section sector security senate senior september series service session shadow share ' +
    'shield signal silver simple single sister social society source special spirit spring square ' +
    'standard station status stone strategy street strong student studio subject success summer ' +
    'summit sunday supply support surface surprise system target technology theory thunder thursday ' +
    'ticket toward tower trade tradition transport travel treasury triangle trust tuesday twenty ' +
    'twitter union united universe university update vector venture victory village vision voice ' +
    'volume watch water wealth weather wednesday weekend welcome western window winner winter ' +
    'without wonder worker world writer yellow'
  ).split(' '),
);

export function aliasRule(form: string, kind: EntityKind): AliasRule {
  const text = form.trim();
  const signs = text.match(CJK)?.length ?? 0;
  if (signs > 0 && !/[A-Za-z]/.test(text)) {
    return { strength: signs >= MIN_STRONG_CJK ? 'strong' : 'weak', case: 'any' };
  }
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return { strength: 'weak', case: 'exact' };
  const hasCapital = /\p{Lu}/u.test(text);
  const byCapital = hasCapital ? 'initial' : 'any';
  const words = text.split(/\s+/);
  if (words.length > 1) return ruleOfWords(words, letters, byCapital);
  if (/^[\p{Lu}\d&.-]+$/u.test(text)) {
    return { strength: letters >= MIN_STRONG_CAPITALS ? 'strong' : 'weak', case: 'exact' };
  }
  if (kind === 'person' || COMMON_WORDS.has(foldText(text))) {
    return { strength: 'weak', case: byCapital };
  }
  if (letters >= MIN_STRONG_CHARS) return { strength: 'strong', case: byCapital };
  return { strength: 'weak', case: hasCapital ? 'exact' : 'any' };
}

function ruleOfWords(
  words: readonly string[],
  letters: number,
  byCapital: Alias['case'],
): AliasRule {
  // Initials do not make a surname a full name.
  const full = words.filter((word) => (word.match(/\p{L}/gu)?.length ?? 0) > 1).length;
  const isStrong = full > 1 && letters >= MIN_STRONG_CHARS;
  return { strength: isStrong ? 'strong' : 'weak', case: byCapital };
}
