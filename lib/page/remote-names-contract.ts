/**
 * What the content script and large-lists.js know of each other. The latter is brought into a
 * frame only where a reader has a list too large for the tab, so everything else lies there.
 */
import type { EntityKey } from '../core/facts/keys';
import type { Matcher, StartProbe } from '../core/matcher/matcher';

/** Under this name large-lists.js leaves its opener in our isolated world. */
export const REMOTE_NAMES_OPENER = Symbol.for('glossator.large-lists');

/** Names that the background knows, for one page. */
export interface RemoteNames {
  /** Finds the names that the tab has, and those that have been confirmed. */
  readonly matcher: Matcher;
  /** Null for an entity that none of the confirmed names belongs to. */
  labelOf(entity: EntityKey): string | null;
  /** To be told of places where names may begin, as a node's text is scanned. */
  readonly probe: StartProbe;
  /** The node's text, or a piece of it that begins at `from`, has been scanned. */
  heard(node: Text, text: string, from?: number): void;
  /** No text follows in which a name of the last one may go on. */
  end(): void;
  /**
   * Asks about what may have been names, and gives, answer by answer, what is to be read again.
   * Gives nothing while an earlier call is still at it: that one asks for all.
   */
  confirm(isReadable: (node: Text) => boolean, signal: AbortSignal): AsyncIterable<Set<Node>>;
}

/** Prepares remote names over a page's own matcher. */
export type CreateRemoteNames = (base: Matcher) => RemoteNames;

/** Null where the gate is gone, as it is for a moment while lists change. */
export type OpenRemoteNames = (
  gate: string,
  confirmNames: (texts: string[]) => Promise<unknown>,
) => Promise<CreateRemoteNames | null>;
