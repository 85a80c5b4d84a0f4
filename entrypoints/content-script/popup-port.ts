/** Answers the toolbar popup: which names this frame shows, and "go to this one". */
import type { Browser } from 'wxt/browser';
import { type FrameReport, parseGoToMention, RESUME } from '../../lib/messaging/page-port';
import { isTopFrame } from '../../lib/page/frame';
import type { PageSession } from '../../lib/page/page-session';

const REPORT_AFTER_MS = 200;

export interface PopupPort {
  connect(port: Browser.runtime.Port): void;
  /** To be told whenever the frame's names may have changed. */
  changed(): void;
}

/** `sessionOf`: null while the frame is off; `resume`: reads the page anew. */
export function servePopup(sessionOf: () => PageSession | null, resume: () => void): PopupPort {
  // Told apart from the few other frames of the tab, and seen by nobody else.
  const id = String(Math.random());
  const ports = new Set<Browser.runtime.Port>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function report(port: Browser.runtime.Port): void {
    const session = sessionOf();
    const message: FrameReport = {
      frame: id,
      isTop: isTopFrame,
      on: session !== null,
      paused: session?.isPaused(),
      names: session?.names() ?? [],
    };
    port.postMessage(message);
  }

  function onMessage(message: unknown, port: Browser.runtime.Port): void {
    if (message === RESUME) resume();
    const goTo = parseGoToMention(message);
    if (goTo?.frame === id) {
      sessionOf()?.goTo(goTo.entities, goTo.index, (words) => port.postMessage(words));
    }
  }

  return {
    connect(port) {
      ports.add(port);
      port.onMessage.addListener(onMessage);
      port.onDisconnect.addListener(() => ports.delete(port));
      report(port);
    },
    changed() {
      clearTimeout(timer);
      timer = setTimeout(() => ports.forEach(report), REPORT_AFTER_MS);
    },
  };
}
