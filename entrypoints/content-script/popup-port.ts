/** Answers the toolbar popup: which names this frame shows, and "go to this one". */
import type { Browser } from 'wxt/browser';
import { type FrameReport, parseGoToMention } from '../../lib/messaging/page-port';
import type { PageSession } from '../../lib/page/page-session';

const REPORT_AFTER_MS = 200;

export interface PopupPort {
  connect(port: Browser.runtime.Port): void;
  /** To be told whenever the frame's names may have changed. */
  changed(): void;
}

interface Frame {
  readonly session: () => PageSession | null;
  readonly isTopFrame: boolean;
}

export function servePopup(frame: Frame, signal: AbortSignal): PopupPort {
  const id = crypto.randomUUID?.() ?? String(Math.random());
  const ports = new Set<Browser.runtime.Port>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function report(port: Browser.runtime.Port): void {
    const session = frame.session();
    const message: FrameReport = {
      type: 'frameReport',
      frame: id,
      isTop: frame.isTopFrame,
      on: session !== null,
      names: session?.names() ?? [],
    };
    port.postMessage(message);
  }

  function onMessage(message: unknown): void {
    const goTo = parseGoToMention(message);
    if (goTo?.frame === id) frame.session()?.goTo(goTo.entities, goTo.index);
  }

  signal.addEventListener('abort', () => ports.clear(), { once: true });
  return {
    connect(port) {
      if (signal.aborted) return;
      ports.add(port);
      port.onMessage.addListener(onMessage);
      port.onDisconnect.addListener(() => ports.delete(port));
      report(port);
    },
    changed() {
      if (ports.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => ports.forEach(report), REPORT_AFTER_MS);
    },
  };
}
