/**
 * Chinese writes no spaces, so a short name may be found inside longer words: 中共 in 其中共有,
 * 小米 in 小米粥, 联想 in 联想到. The browser's own word segmentation tells: a name that begins or
 * ends in the middle of one of its words is no name there. It knows few names itself and cuts
 * them into characters, which does no harm.
 */

/** Longer names hardly occur by chance. UTF-16 code units. */
const MAX_DOUBTED_CHARS = 4;
/** Text on each side that the segmentation gets to see. */
const CONTEXT_CHARS = 8;

let segmenter: Intl.Segmenter | undefined;

/** Whether the span cuts through a word that goes on beyond it. */
export function cutsHanWord(text: string, start: number, end: number): boolean {
  if (end - start > MAX_DOUBTED_CHARS) return false;
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const from = Math.max(0, start - CONTEXT_CHARS);
  const words = segmenter.segment(text.slice(from, end + CONTEXT_CHARS));
  return isInsideWord(words, start - from) || isInsideWord(words, end - from);
}

function isInsideWord(words: Intl.Segments, offset: number): boolean {
  const word = words.containing(offset);
  return word !== undefined && word.index < offset;
}
