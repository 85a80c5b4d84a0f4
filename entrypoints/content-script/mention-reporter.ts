/** Tells the background how many mentions this frame shows, for the toolbar badge. */
import type { PageSession } from '../../lib/page/page-session';

/** A page that changes all the time must not make a message of every change. */
const REPORT_AFTER_MS = 400;

export interface MentionReporter {
  changed(session: PageSession): void;
  stopped(): void;
}

/** Sends only what differs from the last report; a frame that never had a mention sends nothing. */
export function createMentionReporter(
  report: (count: number) => Promise<unknown>,
  signal: AbortSignal,
): MentionReporter {
  let reported = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function send(count: number): void {
    if (count === reported) return;
    reported = count;
    // A badge that could not be set is nothing that a reader has to know.
    report(count).catch(() => {});
  }

  // A frame that goes takes its count with it; one that comes back by "Back" has to say it again,
  // because the browser has cleared the badge meanwhile.
  let counted = 0;
  addEventListener(
    'pagehide',
    () => {
      counted = reported;
      send(0);
    },
    { signal },
  );
  addEventListener('pageshow', (event) => event.persisted && send(counted), { signal });

  return {
    changed(session) {
      clearTimeout(timer);
      timer = setTimeout(() => send(session.count()), REPORT_AFTER_MS);
    },
    stopped() {
      clearTimeout(timer);
      // The background sets the badge of a site that is off by itself.
      reported = 0;
    },
  };
}
