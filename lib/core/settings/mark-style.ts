/**
 * How marks look, as a style sheet: the background puts it into pages, our own pages adopt it.
 *
 * Colours are middle ones, which stand out from white and black alike: a highlight cannot know
 * the ground it is painted on, and `currentColor` in one is the root's and not the text's.
 */
import type { MarkLook } from './settings';

/** 3:1 and more against white and against black. */
const GREY = '#848a94';

/** At a quarter's strength text keeps its contrast on it, on white and on black. */
const TINT = 'background-color: #c99a2e40;';

const LOOKS: Readonly<Record<MarkLook, string>> = {
  dotted: mention(underline(`dotted 1px ${GREY}`)),
  solid: mention(underline(`solid 1px ${GREY}`)),
  // Where browsers force their own colours a ground would be as loud as a selection.
  tint: `@media (forced-colors: none) { ${mention(TINT)} }
  @media (forced-colors: active) { ${mention(underline('dotted 1px'))} }`,
  // Quieter than what is needed to be found: for readers who know that names can be pointed at.
  faint: mention(underline(`dotted 1px ${GREY}80`)),
};

/**
 * On paper nothing is to be pointed at. Where colours are forced, Chromium paints every highlight
 * like a selection, whatever it is told.
 */
export function markStyle(look: MarkLook): string {
  return `@media not print {
  ${LOOKS[look]}
  ::highlight(glossator-current) {
    ${underline('solid 2px #b8862b')}
    background-color: #d6a83c59;
  }
}
`;
}

function mention(style: string): string {
  return `::highlight(glossator-mention) { ${style} }`;
}

function underline(line: string): string {
  return `text-decoration: underline ${line}; text-underline-offset: 3px;`;
}
