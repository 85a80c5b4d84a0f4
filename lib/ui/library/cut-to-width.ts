/**
 * Cuts a label to about so many Latin letters; wide characters (Han, Hangul) count twice. SVG
 * text neither wraps nor ends in an ellipsis by itself.
 */
export function cutToWidth(text: string, letters: number): string {
  const characters = Array.from(text);
  const widths = characters.map((character) => (WIDE.test(character) ? 2 : 1));
  if (widths.reduce((sum, width) => sum + width, 0) <= letters) return text;
  let used = 1;
  const kept = characters.filter((_, index) => {
    used += widths[index] ?? 1;
    return used <= letters;
  });
  return `${kept.join('').trimEnd()}…`;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\uff00-\uff60]/u;
