/** Brings a mention into view: by key one after another, from the popup one name's in turn. */
import type { EntityKey } from '../core/facts/keys';
import { parentAcrossShadow } from './dom-access';
import { clientRectsOf, type Mention } from './mention';
import { visibleOnly } from './visible-mentions';

export interface MentionStepper {
  /** The next (1) or previous (-1) visible mention, around the ends; null where there is none. */
  step(direction: 1 | -1): Mention | null;
  /** The nth visible mention (from 0, around the end) of just these entities; null where there is none. */
  goTo(entities: readonly EntityKey[], index: number): Mention | null;
}

export function createMentionStepper(
  mentions: () => readonly Mention[],
  setCurrent: (mention: Mention | null) => void,
): MentionStepper {
  let current: Mention | null = null;

  function show(mention: Mention | null): Mention | null {
    current = mention;
    setCurrent(mention);
    if (mention) scrollTo(mention);
    return mention;
  }

  return {
    step(direction) {
      const visible = visibleOnly(mentions());
      const at = current === null ? -1 : visible.indexOf(current);
      const next = at >= 0 ? at + direction : startFrom(visible, direction);
      return show(visible.at(next % Math.max(1, visible.length)) ?? null);
    },
    goTo(entities, index) {
      const same = visibleOnly(mentions()).filter((m) => sameEntities(m.match.entities, entities));
      return show(same[index % Math.max(1, same.length)] ?? null);
    },
  };
}

/** Stepping begins at what the reader sees, not at the top of a long page. */
function startFrom(visible: readonly Mention[], direction: 1 | -1): number {
  const first = visible.findIndex((mention) => (clientRectsOf(mention)[0]?.bottom ?? -1) >= 0);
  if (first < 0) return direction === 1 ? 0 : -1;
  return direction === 1 ? first : first - 1;
}

function scrollTo(mention: Mention): void {
  const [rect] = clientRectsOf(mention);
  const inView =
    rect &&
    rect.top >= 0 &&
    rect.bottom <= innerHeight &&
    rect.left >= 0 &&
    rect.right <= innerWidth;
  const node = mention.spans[0]?.node;
  if (inView || !node) return;
  // At once, whatever the page's own style says of scrolling, and clear of sticky headers.
  parentAcrossShadow(node)?.scrollIntoView({ block: 'center', behavior: 'instant' });
}

export function sameEntities(a: readonly EntityKey[], b: readonly EntityKey[]): boolean {
  return a.length === b.length && a.every((key, i) => key === b[i]);
}
