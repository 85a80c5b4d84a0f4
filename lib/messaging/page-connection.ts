/** A panel's line to all frames of a tab; comes back by itself after a navigation. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { FrameReportSchema } from './frame-report-schema';
import { type MentionWords, MentionWordsSchema } from './mention-words';
import { type FrameReport, type GoToMention, PAGE_PORT, RESUME } from './page-port';

/** A page that is just loading has no content script yet; then the panel looks again. */
const RETRY_DELAYS_MS = [300, 600, 1200, 2400];
/** A page that is connected and says nothing for so long has no frame that marks names. */
const SILENCE_MS = 1000;
/** A frame that went away meanwhile answers no more. */
const ANSWER_MS = 1500;

export type PageState =
  | { readonly state: 'connecting' }
  /** No content script answers. */
  | { readonly state: 'unreachable' }
  | { readonly state: 'ready'; readonly frames: readonly FrameReport[] };

export interface PageConnection {
  readonly watch: (listener: (page: PageState) => void) => () => void;
  /** The mention with the words around it; null where nobody tells. */
  readonly goTo: (place: GoToMention) => Promise<MentionWords | null>;
  /** Has every frame go on reading that paused for speed. */
  readonly resume: () => void;
}

type Port = ReturnType<typeof browser.tabs.connect>;

export function connectPage(tab: Promise<number | null>): PageConnection {
  let port: Port | null = null;
  let onWords: (words: MentionWords) => void = () => {};
  return {
    watch(listener) {
      const stopped = new AbortController();
      void tab.then((id) => {
        if (stopped.signal.aborted) return;
        if (id === null) listener({ state: 'unreachable' });
        else {
          keepConnected(id, listener, stopped.signal, {
            onPort: (opened) => {
              port = opened;
            },
            onWords: (words) => onWords(words),
          });
        }
      });
      return () => {
        stopped.abort();
        port?.disconnect();
        port = null;
      };
    },
    resume: () => port?.postMessage(RESUME),
    goTo: (place) =>
      new Promise((resolve) => {
        onWords = resolve;
        setTimeout(() => resolve(null), ANSWER_MS);
        port?.postMessage(place satisfies GoToMention);
      }),
  };
}

interface Heard {
  readonly onPort: (port: Port | null) => void;
  readonly onWords: (words: MentionWords) => void;
}

function keepConnected(
  tab: number,
  listener: (page: PageState) => void,
  signal: AbortSignal,
  { onPort, onWords }: Heard,
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
      if (signal.aborted) return;
      const words = v.safeParse(MentionWordsSchema, message);
      if (words.success) onWords(words.output);
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
