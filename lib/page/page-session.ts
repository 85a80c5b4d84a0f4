/**
 * One frame with annotation switched on: reads it, marks names, opens the popover, answers the
 * toolbar popup. Everything stops and every trace goes when the signal aborts.
 */
import type { EntityKey } from '../core/facts/keys';
import { createMatcher } from '../core/matcher/matcher';
import type { MatcherTables } from '../core/matcher/matcher-tables';
import type { IsMuted } from '../core/recognition/mutes';
import type { NameOnPage } from '../messaging/page-port';
import { createAnnotator } from './annotator';
import { createHighlighter } from './highlighter';
import { createHitTest } from './hit-test';
import type { Mention } from './mention';
import { startPointer } from './pointer';
import type { PopoverHooks } from './popover-contract';
import { createPopoverDriver, type PopoverDriver } from './popover-driver';
import type { CreateRemoteNames } from './remote-names-contract';
import { visibleOnly } from './visible-mentions';

export interface PageSessionOptions {
  readonly tables: MatcherTables;
  /** Where there are names that the tables do not hold. */
  readonly createRemoteNames?: CreateRemoteNames | null | undefined;
  readonly fetchCards: (entities: readonly EntityKey[]) => Promise<unknown>;
  readonly loadPopover: () => Promise<unknown>;
  /** Asked at every decision. */
  readonly muted: () => IsMuted | undefined;
  readonly mute: PopoverHooks['onMute'];
  readonly unmute: PopoverHooks['onUnmute'];
  /** Told whenever mentions came or went, and whether any are painted. */
  readonly onMentionsChanged: (arePainted: boolean) => void;
}

export interface PageSession {
  /** What is muted has changed. */
  mutesChanged(): void;
  /** In order of each name's first visible mention. */
  names(): NameOnPage[];
  /** Visible mentions. */
  count(): number;
  /** Changes of the page are read no more, since there are too many. */
  isPaused(): boolean;
  /** Opens the popover at the next or previous mention. */
  step(direction: 1 | -1): void;
  goTo: PopoverDriver['goTo'];
}

export function startPageSession(options: PageSessionOptions, signal: AbortSignal): PageSession {
  const { entityKeys, entityLabels } = options.tables;
  const labels = new Map(entityKeys.map((key, i) => [key, entityLabels[i] ?? key]));
  const own = createMatcher(options.tables);
  const remote = options.createRemoteNames?.(own);
  const labelOf = (key: EntityKey): string => labels.get(key) ?? remote?.labelOf(key) ?? key;

  const highlighter = createHighlighter(options.tables.discreet);
  const hitTest = createHitTest();
  const annotator = createAnnotator(
    remote?.matcher ?? own,
    (change) => {
      highlighter.apply(change);
      hitTest.apply(change);
      pointer.lookFor(change.added);
      options.onMentionsChanged(highlighter.isPainting());
    },
    options.muted,
    remote,
  );
  const driver = createPopoverDriver(
    {
      labelOf,
      fetchCards: options.fetchCards,
      mentions: annotator.mentions,
      loadPopover: options.loadPopover,
      onMute: options.mute,
      onUnmute: options.unmute,
    },
    signal,
  );
  const pointer = startPointer(hitTest, driver, signal);
  signal.addEventListener('abort', () => highlighter.destroy(), { once: true });
  void annotator.start(signal);

  const visible = (): Mention[] => visibleOnly(annotator.mentions());
  return {
    mutesChanged() {
      if (signal.aborted) return;
      driver.leaveCurrent();
      annotator.decideAgain();
    },
    count: () => visible().length,
    isPaused: annotator.isPaused,
    names: () => namesOf(visible(), labelOf),
    step: driver.step,
    goTo: driver.goTo,
  };
}

function namesOf(mentions: readonly Mention[], labelOf: (key: EntityKey) => string): NameOnPage[] {
  const names = new Map<string, NameOnPage>();
  for (const { match } of mentions) {
    const id = match.entities.join(' ');
    const entities = match.entities.map((key) => ({ key, label: labelOf(key) }));
    names.set(id, { entities, count: (names.get(id)?.count ?? 0) + 1 });
  }
  return [...names.values()];
}
