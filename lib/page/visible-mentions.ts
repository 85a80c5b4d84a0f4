/**
 * Mentions that a reader can see. Asked when the answer is needed (count, list, stepping) and
 * not while reading the page, since it makes the browser compute style.
 */
import { parentAcrossShadow } from './dom-access';
import type { Mention } from './mention';

export function visibleOnly(mentions: readonly Mention[]): Mention[] {
  const answers = new Map<Element, boolean>();
  return mentions.filter((mention) => {
    const node = mention.spans[0]?.node;
    const element = node?.isConnected ? parentAcrossShadow(node) : null;
    if (element === null) return false;
    let visible = answers.get(element);
    if (visible === undefined) {
      visible = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      answers.set(element, visible);
    }
    return visible;
  });
}
