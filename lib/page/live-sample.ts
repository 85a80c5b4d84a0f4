/**
 * Marks and explains the names of one element on a page of our own, with the same matcher,
 * highlighter and cards as in any page, so that readers see their settings at work.
 */
import type { EntityKey } from '../core/facts/keys';
import { createMatcher } from '../core/matcher/matcher';
import type { MatcherTables } from '../core/matcher/matcher-tables';
import { mutedAt, pageOf } from '../core/recognition/mutes';
import { markStyle } from '../core/settings/mark-style';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings/settings';
import { send } from '../messaging/send';
import { onMatcherChanged, readMatcher } from '../storage/matcher-store';
import { onMutesChanged, readStoredMutes } from '../storage/mute-store';
import { onSettingsChanged, readSettings } from '../storage/settings-store';
import { keepDensity } from './density';
import { createHighlighter } from './highlighter';
import { createHitTest } from './hit-test';
import { createPageIndex } from './page-index';
import { startPointer } from './pointer';
import { POPOVER_FACTORY, type PopoverFactory } from './popover-contract';
import { createPopoverControl } from './popover-control';
import { createPopoverDriver } from './popover-driver';
import { createReadability } from './skip-rules';
import { createTextScanner } from './text-scanner';

/** Tells how many mentions there are whenever that may have changed; returns how to stop. */
export function annotateSample(
  element: HTMLElement,
  onMarked: (count: number) => void,
): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const style = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  let settings = DEFAULT_SETTINGS;
  let known = false;
  let tables: MatcherTables | null = null;
  let mutes: unknown;
  let marked = new AbortController();

  /** The text is short, so it is marked anew whatever has changed. */
  function mark(): void {
    marked.abort();
    if (signal.aborted || !known) return;
    style.replaceSync(markStyle(settings.look));
    if (!tables) return;
    marked = new AbortController();
    onMarked(markNames(element, tables, mutes, () => settings, marked.signal));
  }

  async function start(): Promise<void> {
    [settings, tables, mutes] = await Promise.all([
      readSettings(),
      readMatcher(),
      readStoredMutes(),
    ]);
    known = true;
    mark();
  }

  onSettingsChanged((changed) => {
    settings = changed;
    mark();
  }, signal);
  onMatcherChanged((changed) => {
    tables = changed;
    mark();
  }, signal);
  onMutesChanged((changed) => {
    mutes = changed;
    mark();
  }, signal);
  void start();
  return () => {
    ended.abort();
    marked.abort();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== style);
  };
}

function markNames(
  element: HTMLElement,
  tables: MatcherTables,
  mutes: unknown,
  settings: () => Settings,
  signal: AbortSignal,
): number {
  const { entityKeys, entityLabels } = tables;
  const labels = new Map(entityKeys.map((key, i) => [key, entityLabels[i] ?? key]));
  const matcher = createMatcher(tables);
  const isMuted = mutedAt(mutes, { site: null, page: pageOf(location) });
  const index = createPageIndex(matcher, () => isMuted);
  const highlighter = createHighlighter(tables.discreet);
  keepDensity(() => settings().density);
  const hitTest = createHitTest();
  run(createTextScanner(matcher, index, createReadability()).scan(element));
  run(
    index.decide((change) => {
      highlighter.apply(change);
      hitTest.apply(change);
    }),
  );
  const create: PopoverFactory = (hooks) => createPopoverControl(hooks, settings);
  const driver = createPopoverDriver(
    {
      labelOf: (key: EntityKey) => labels.get(key) ?? key,
      fetchCards: (entities) => send('getEntityCards', { entities: [...entities] }),
      mentions: index.mentions,
      loadPopover: async () => Object.assign(globalThis, { [POPOVER_FACTORY]: create }),
      onMute: (muting) => send('muteMention', muting),
      onUnmute: (muting) => send('unmuteMention', muting),
    },
    signal,
  );
  startPointer(hitTest, driver, signal);
  signal.addEventListener('abort', () => highlighter.destroy(), { once: true });
  return index.mentions().length;
}

/** To its end, at once. */
function run(steps: Generator<void>): void {
  while (!steps.next().done);
}
