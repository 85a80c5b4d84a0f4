import { type Mention, staticRangeOf } from './mention';

const CURRENT = 'glossator-current';

/** Sets the mention that the reader stepped or jumped to off from the others; null for none. */
export function createCurrentMark(): (mention: Mention | null) => void {
  const mark = new Highlight();
  mark.priority = 1;
  return (mention) => {
    mark.clear();
    if (mention === null) {
      CSS.highlights.delete(CURRENT);
      return;
    }
    for (const span of mention.spans) mark.add(staticRangeOf(span));
    CSS.highlights.set(CURRENT, mark);
  };
}
