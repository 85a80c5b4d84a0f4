/**
 * Paints mentions with the CSS Custom Highlight API. The page's DOM is not touched. The look is in
 * core/settings/mark-style.ts; the background puts it into the page.
 *
 * Static ranges, because live ones make every later change of the page dearer (checked: 20,000
 * live ranges cost a page 3 ms per change, static ones nothing).
 */
import { packOfKey } from '../core/facts/keys';
import { type Mention, type MentionChange, staticRangeOf } from './mention';

const MENTIONS = 'glossator-mention';

/** What is painted, for density.ts, which comes into the frame only where a reader wants fewer marks. */
export const PAINTING = Symbol.for('glossator.painting');

export interface Painting {
  readonly marks: Highlight;
  readonly ranges: ReadonlyMap<Mention, readonly StaticRange[]>;
  /** Called after every change. */
  onChange?: () => void;
}

export interface Highlighter {
  apply(change: MentionChange): void;
  isPainting(): boolean;
  destroy(): void;
}

/** `discreet`: packs whose names are not painted. */
export function createHighlighter(discreet: readonly string[] = []): Highlighter {
  const marks = new Highlight();
  const ranges = new Map<Mention, StaticRange[]>();
  const painting: Painting = { marks, ranges };
  Object.assign(globalThis, { [PAINTING]: painting });

  /** The page's scripts can see and clear the registry; an entry that is gone is put back. */
  function register(): void {
    if (ranges.size > 0 && CSS.highlights.get(MENTIONS) !== marks) {
      CSS.highlights.set(MENTIONS, marks);
    }
  }

  return {
    apply({ added, removed }) {
      for (const mention of removed) {
        for (const range of ranges.get(mention) ?? []) marks.delete(range);
        ranges.delete(mention);
      }
      for (const mention of added) {
        if (mention.match.entities.every((key) => discreet.includes(packOfKey(key)))) continue;
        const parts = mention.spans.map(staticRangeOf);
        ranges.set(mention, parts);
        for (const part of parts) marks.add(part);
      }
      register();
      painting.onChange?.();
    },

    isPainting: () => ranges.size > 0,

    destroy() {
      ranges.clear();
      marks.clear();
      CSS.highlights.delete(MENTIONS);
    },
  };
}
