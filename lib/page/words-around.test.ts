import { expect, test } from 'vitest';
import type { Mention } from './mention';
import { wordsAround } from './words-around';

const LONG = 'the words that stand around a name in a long piece of text ';

/** A mention of "Ant" in this text, as far as its words are asked for. */
function mentionIn(data: string): Mention {
  const start = data.indexOf('Ant');
  const span = { node: { data } as Text, start, end: start + 3 };
  return { text: 'Ant', spans: [span] } as unknown as Mention;
}

test.each([
  ['Ant', ['', 'Ant', '']],
  ['So Ant spoke.', ['So ', 'Ant', ' spoke.']],
  [
    `xx${LONG}Ant ${LONG}y`,
    [
      '… words that stand around a name in a long piece of text ',
      'Ant',
      ' the words that stand around a name in a long piece of text …',
    ],
  ],
  [
    `${'字'.repeat(70)}Ant${'字'.repeat(70)}`,
    [`… ${'字'.repeat(60)}`, 'Ant', `${'字'.repeat(60)} …`],
  ],
  [`${'\u{20bb7}'.repeat(40)}!Ant`, [`… ${'\u{20bb7}'.repeat(29)}!`, 'Ant', '']],
])('%s', (text, words) => {
  expect(wordsAround(mentionIn(text))).toEqual(words);
});
