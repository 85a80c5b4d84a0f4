/** What is marked, mention by mention, and whether the marks are where the words are. */
import type { Frame, Page } from 'puppeteer-core';

/** Words under the marks now, in order of their place on the page; parts of one name apart. */
export function markedWords(frame: Page | Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [...(CSS.highlights.get('glossator-mention') ?? [])]
      .filter(({ startContainer }) => startContainer.isConnected)
      .sort((a, b) => {
        if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
        const order = a.startContainer.compareDocumentPosition(b.startContainer);
        return order & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
      })
      .map(({ startContainer, startOffset, endOffset }) =>
        (startContainer.textContent ?? '').slice(startOffset, endOffset),
      ),
  );
}

/** Ranges left behind on text that the page has thrown away. */
export function staleMarks(frame: Page | Frame): Promise<number> {
  return frame.evaluate(
    () =>
      [...(CSS.highlights.get('glossator-mention') ?? [])].filter(
        ({ startContainer }) => !startContainer.isConnected,
      ).length,
  );
}
