/** Starts and stops annotation in this frame as the site's switch and the fact base say. */
import { browser } from 'wxt/browser';
import { onPageEvent } from '../../lib/messaging/page-events';
import { PAGE_PORT } from '../../lib/messaging/page-port';
import { sendUnchecked } from '../../lib/messaging/send-unchecked';
import { isTopFrame, isWorthReading } from '../../lib/page/frame';
import { type PageSession, startPageSession } from '../../lib/page/page-session';
import { MATCHER_KEY, readMatcher } from '../../lib/storage/matcher-store';
import { onStoredChange } from '../../lib/storage/on-stored-change';
import { createLargeLists } from './large-lists';
import { createMentionReporter } from './mention-reporter';
import { createMuteGate } from './mute-gate';
import { isOrphaned, watchForOrphaning } from './orphaning';
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
  const isPrivate = browser.extension.inIncognitoContext;
  const gate = createSiteGate(isPrivate);
  const mutes = createMuteGate(isPrivate);
  const send = guarded(sendUnchecked);
  const reporter = createMentionReporter((count) => send('reportMentions', { count }), signal);
  const openLargeLists = createLargeLists(
    () => send('loadLargeLists', {}),
    (texts) => send('confirmNames', { texts }),
    restart,
  );
  let running: Running | null = null;
  let starting = false;
  let changedMeanwhile = false;
  let marksShown = false;

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
    const [tables] = await Promise.all([readMatcher(), mutes.read()]);
    // Not seeded yet: the change of the stored matcher will come back here.
    if (!tables || signal.aborted) return;
    const createRemoteNames = await openLargeLists(tables.gate);
    if (signal.aborted) return;
    const controller = new AbortController();
    const ended = AbortSignal.any([signal, controller.signal]);
    const session = startPageSession(
      {
        tables,
        createRemoteNames,
        fetchCards: (entities) => send('getEntityCards', { entities: [...entities] }),
        loadPopover: () => send('loadPopover', {}),
        muted: mutes.current,
        mute: (muting) => send('muteMention', muting),
        unmute: (muting) => send('unmuteMention', muting),
        onMentionsChanged: (arePainted) => {
          if (arePainted) showMarks(true);
          reporter.changed(session);
          popup.changed();
        },
      },
      ended,
    );
    watchForOrphaning(() => orphaned.abort(), ended);
    running = { session, stop: () => controller.abort() };
    popup.changed();
  }

  function stop(): void {
    running?.stop();
    running = null;
    showMarks(false);
    reporter.stopped();
    popup.changed();
  }

  /**
   * The look of marks comes with the first of them and not with the manifest: a page can ask for
   * the style of any highlight, and so could tell everywhere that we are here, or by trying names
   * which of those that are not painted are known.
   */
  function showMarks(shown: boolean): void {
    if (shown === marksShown) return;
    marksShown = shown;
    send('showMarks', { shown }).catch(() => {
      marksShown = !shown;
    });
  }

  function restart(): void {
    stop();
    refresh();
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
  const popup = servePopup(() => running?.session ?? null, restart);

  const obeyMutes = (): void =>
    void guarded(async () => {
      if (!running && !starting) return;
      await mutes.read();
      running?.session.mutesChanged();
    })().catch(() => {});

  gate.onChange(refresh, signal);
  // A page can go to another part of its site without being loaded. Firefox has it since 147. Many
  // write to their history at every scroll, which is no reason to read what is stored.
  const { navigation } = globalThis as { navigation?: EventTarget };
  let { pathname } = location;
  const onEntry = (): void => {
    if (location.pathname === pathname) return;
    pathname = location.pathname;
    refresh();
  };
  navigation?.addEventListener('currententrychange', onEntry, { signal });
  mutes.onChange(obeyMutes, signal);
  // Not onMatcherChanged, which would decode in every frame what is read again anyway.
  onStoredChange('local', MATCHER_KEY, restart, signal);
  onPageEvent((event) => {
    if (event.event === 'privateSwitchesChanged') refresh();
    if (event.event === 'privateMutesChanged') obeyMutes();
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

function hasFocusedFrame(): boolean {
  return document.activeElement instanceof HTMLIFrameElement;
}
