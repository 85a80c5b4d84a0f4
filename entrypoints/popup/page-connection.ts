import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { FrameReportSchema } from '../../lib/messaging/frame-report-schema';
import { type FrameReport, PAGE_PORT } from '../../lib/messaging/page-port';
import type { MentionPlace, PageState } from '../../lib/ui/popup/popup-api';

/** A page that is just loading has no content script yet; then the panel looks again. */
const RETRY_DELAYS_MS = [300, 600, 1200, 2400];
/** A page that is connected and says nothing for so long has no frame that marks names. */
const SILENCE_MS = 1000;

export interface PageConnection {
  readonly watch: (listener: (page: PageState) => void) => () => void;
  readonly goTo: (place: MentionPlace) => void;
}

/** The popup's line to all frames of a tab; comes back by itself after a navigation. */
export function connectPage(tab: Promise<number | null>): PageConnection {
  let port: ReturnType<typeof browser.tabs.connect> | null = null;
  return {
    watch(listener) {
      const stopped = new AbortController();
      void tab.then((id) => {
        if (id === null) listener({ state: 'unreachable' });
        else
          keepConnected(id, listener, stopped.signal, (opened) => {
            port = opened;
          });
      });
      return () => {
        stopped.abort();
        port?.disconnect();
      };
    },
    goTo: (place) => port?.postMessage({ type: 'goToMention', ...place }),
  };
}

type Port = ReturnType<typeof browser.tabs.connect>;

function keepConnected(
  tab: number,
  listener: (page: PageState) => void,
  signal: AbortSignal,
  onPort: (port: Port | null) => void,
): void {
  let attempt = 0;
  const connect = () => {
    if (signal.aborted) return;
    const frames = new Map<string, FrameReport>();
    const tell = () => listener({ state: 'ready', frames: [...frames.values()] });
    const silence = setTimeout(tell, SILENCE_MS);
    const port = browser.tabs.connect(tab, { name: PAGE_PORT });
    onPort(port);
    port.onMessage.addListener((message: unknown) => {
      const report = v.safeParse(FrameReportSchema, message);
      if (!report.success) return;
      clearTimeout(silence);
      attempt = 0;
      frames.set(report.output.frame, report.output);
      tell();
    });
    port.onDisconnect.addListener(() => {
      // Read, or Chromium reports it as an unchecked error: pages without us are no error.
      void browser.runtime.lastError;
      clearTimeout(silence);
      onPort(null);
      if (signal.aborted) return;
      listener({ state: frames.size > 0 ? 'connecting' : 'unreachable' });
      const delay = RETRY_DELAYS_MS[attempt++];
      if (delay !== undefined) setTimeout(connect, delay);
    });
  };
  listener({ state: 'connecting' });
  connect();
}
