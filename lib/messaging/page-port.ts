/**
 * The port between the toolbar popup and the frames of the tab it opened over. The popup
 * connects; every frame answers on the same port and says which it is by a random id, because a
 * port does not tell which frame a message came from.
 */
import { isObject } from '../core/is-object';

export const PAGE_PORT = 'page-mentions';

/** Sent by each frame when the popup connects and whenever its mentions change. */
export interface FrameReport {
  readonly frame: string;
  readonly isTop: boolean;
  readonly on: boolean;
  /** Reading took too long for this page and waits for the reader's word. */
  readonly paused?: boolean | undefined;
  /** In reading order of each name's first mention. */
  readonly names: readonly NameOnPage[];
}

export interface NameOnPage {
  /** More than one where the mention stays open between several. */
  readonly entities: readonly { readonly key: string; readonly label: string }[];
  readonly count: number;
}

/** Sent by the popup: scroll to the nth mention (from 0, wrapping around) of the name. */
export interface GoToMention {
  readonly frame: string;
  readonly entities: readonly string[];
  readonly index: number;
}

/** Sent by the popup: read on where reading was paused. The one message that holds nothing. */
export const RESUME = null;

/** Null where it is none. By hand, since every page carries this. */
export function parseGoToMention(message: unknown): GoToMention | null {
  if (!isObject(message)) return null;
  const { frame, entities, index } = message;
  if (!Array.isArray(entities) || typeof frame !== 'string') return null;
  return { frame, entities: entities.map(String), index: Number(index) };
}
