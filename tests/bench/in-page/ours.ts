/** The whole annotation of a page, as the extension does it, all at once. */
import type { Matcher } from '../../../lib/core/matcher/matcher';
import { createAnnotator } from '../../../lib/page/annotator';
import { createHighlighter } from '../../../lib/page/highlighter';
import { createHitTest } from '../../../lib/page/hit-test';
import type { Mention } from '../../../lib/page/mention';
import type { CreateRemoteNames, RemoteNames } from '../../../lib/page/remote-names-contract';
import type { Contender } from './timing';

export interface Ours extends Contender {
  /** Of the last run that was not tidied up. */
  mentions(): Mention[];
}

/**
 * Walks, scans, resolves, registers the ranges, prepares pointing, looks for shadow roots; with
 * large lists also asks about what their gate lets through.
 */
export function ours(matcher: Matcher, createRemote?: CreateRemoteNames): Ours {
  let stop = (): void => {};
  let mentions = (): Mention[] => [];
  return {
    name: 'ours',
    async run() {
      const controller = new AbortController();
      const highlighter = createHighlighter();
      const hitTest = createHitTest();
      const remote = createRemote && awaitable(createRemote(matcher));
      const annotator = createAnnotator(
        remote?.names.matcher ?? matcher,
        (change) => {
          highlighter.apply(change);
          hitTest.apply(change);
        },
        undefined,
        remote?.names,
      );
      stop = () => {
        controller.abort();
        highlighter.destroy();
      };
      mentions = annotator.mentions;
      await annotator.start(controller.signal);
      await remote?.confirmed;
    },
    after: () => stop(),
    mentions: () => mentions(),
  };
}

/** The same, and a promise that all was confirmed. */
function awaitable(remote: RemoteNames): { names: RemoteNames; confirmed: Promise<void> } {
  let done = (): void => {};
  const confirmed = new Promise<void>((resolve) => {
    done = resolve;
  });
  async function* confirm(...args: Parameters<RemoteNames['confirm']>): AsyncGenerator<Set<Node>> {
    yield* remote.confirm(...args);
    done();
  }
  return { names: { ...remote, confirm }, confirmed };
}
