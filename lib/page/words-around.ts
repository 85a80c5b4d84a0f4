import type { MentionWords } from '../messaging/mention-words';
import type { Mention } from './mention';

/** UTF-16 code units on either side; enough for half a sentence. */
const AROUND = 60;

/**
 * A mention with what stands around it in the pieces of text in which it begins and ends. What is
 * cut off is cut between words, where there are spaces between them.
 */
export function wordsAround({ spans, text }: Mention): MentionWords {
  const [first, last] = [spans[0], spans.at(-1)];
  const before = first?.node.data.slice(0, first.start) ?? '';
  const after = last?.node.data.slice(last.end) ?? '';
  return [endOf(before), text, beginningOf(after)];
}

function endOf(text: string): string {
  if (text.length <= AROUND) return text;
  return `… ${text.slice(-AROUND).replace(/^(?:\S*\s+|[\udc00-\udfff])(?=\S)/, '')}`;
}

function beginningOf(text: string): string {
  if (text.length <= AROUND) return text;
  return `${text.slice(0, AROUND).replace(/(?:\s+\S*|[\ud800-\udbff])$/, '')} …`;
}
