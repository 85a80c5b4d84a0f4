/** Starts and stops annotation in this frame as the site's switch and the fact base say. */
import { browser } from 'wxt/browser';
import { onPageEvent } from '../../lib/messaging/page-events';
import { PAGE_PORT } from '../../lib/messaging/page-port';
import { sendUnchecked } from '../../lib/messaging/send-unchecked';
import { isTopFrame, isWorthReading } from '../../lib/page/frame';
import { type PageSession, startPageSession } from '../../lib/page/page-session';
import { onMatcherChanged, readMatcher } from '../../lib/storage/matcher-store';
import { createMentionReporter } from './mention-reporter';
import { servePopup } from './popup-port';
import { createSiteGate } from './site-gate';

/** A frame may get its text or its size after it has loaded. */
const LOOK_AGAIN_AFTER_MS = 2000;

interface Running {
  readonly session: PageSession;
  readonly stop: () => void;
}

export async function startFrame(): Promise<void> {
  const orphaned = new AbortController();
  const { signal } = orphaned;
  const gate = createSiteGate(browser.extension.inIncognitoContext);
  const reporter = createMentionReporter(
    guarded((count: number) => sendUnchecked('reportMentions', { count })),
    signal,
  );
  let running: Running | null = null;
  let starting = false;
  let changedMeanwhile = false;

  /** Brings the frame to what the switch says; changes during a start are looked at after it. */
  async function update(): Promise<void> {
    changedMeanwhile = starting;
    if (starting) return;
    starting = true;
    try {
      const on = isWorthReading() && (await gate.isOn());
      if (!on) stop();
      else if (!running) await start();
    } finally {
      starting = false;
    }
    if (changedMeanwhile) await update();
  }

  async function start(): Promise<void> {
    const tables = await readMatcher();
    // Not seeded yet: the change of the stored matcher will come back here.
    if (!tables || signal.aborted) return;
    const controller = new AbortController();
    const session = startPageSession(
      {
        tables,
        fetchCards: guarded((entities) =>
          sendUnchecked('getEntityCards', { entities: [...entities] }),
        ),
        loadPopover: guarded(() => sendUnchecked('loadPopover', {})),
        onMentionsChanged: () => {
          reporter.changed(session);
          popup.changed();
        },
      },
      AbortSignal.any([signal, controller.signal]),
    );
    running = { session, stop: () => controller.abort() };
    popup.changed();
  }

  function stop(): void {
    running?.stop();
    running = null;
    reporter.stopped();
    popup.changed();
  }

  /** After an update or removal of the extension every call fails: then this script goes quiet. */
  function guarded<A extends unknown[], T>(call: (...args: A) => Promise<T>) {
    return async (...args: A): Promise<T> => {
      if (isOrphaned()) orphaned.abort();
      signal.throwIfAborted();
      try {
        return await call(...args);
      } catch (error) {
        if (isOrphaned()) orphaned.abort();
        throw error;
      }
    };
  }

  const refresh = (): void => void guarded(update)().catch(() => {});
  const popup = servePopup({ session: () => running?.session ?? null, isTopFrame }, signal);

  gate.onChange(refresh, signal);
  onMatcherChanged(() => {
    stop();
    refresh();
  }, signal);
  onPageEvent((event) => {
    if (event.event === 'privateSwitchesChanged') refresh();
    // Every frame hears it; the one that the reader is in answers.
    if (event.event === 'stepMention' && document.hasFocus() && !hasFocusedFrame()) {
      running?.session.step(event.direction);
    }
  }, signal);
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === PAGE_PORT) popup.connect(port);
  });
  if (!isTopFrame && !isWorthReading()) {
    addEventListener('resize', refresh, { signal });
    setTimeout(refresh, LOOK_AGAIN_AFTER_MS);
  }
  refresh();
}

function isOrphaned(): boolean {
  return browser.runtime?.id === undefined;
}

function hasFocusedFrame(): boolean {
  return document.activeElement instanceof HTMLIFrameElement;
}
