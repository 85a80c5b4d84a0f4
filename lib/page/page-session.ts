/**
 * One frame with annotation switched on: reads it, marks names, opens the popover, answers the
 * toolbar popup. Everything stops and every trace goes when the signal aborts.
 */
import type { EntityKey } from '../core/facts/keys';
import { createMatcher } from '../core/matcher/matcher';
import type { MatcherTables } from '../core/matcher/matcher-tables';
import type { FrameReport } from '../messaging/page-port';
import { createAnnotator } from './annotator';
import { createHighlighter } from './highlighter';
import { createHitTest } from './hit-test';
import type { Mention } from './mention';
import { createMentionStepper } from './mention-stepper';
import { startPointer } from './pointer';
import { createPopoverDriver } from './popover-driver';
import { visibleOnly } from './visible-mentions';

export interface PageSessionOptions {
  readonly tables: MatcherTables;
  readonly fetchCards: (entities: readonly EntityKey[]) => Promise<unknown>;
  readonly loadPopover: () => Promise<unknown>;
  /** Told whenever mentions came or went. */
  readonly onMentionsChanged: () => void;
}

export interface PageSession {
  /** In order of each name's first visible mention. */
  names(): FrameReport['names'];
  /** Visible mentions. */
  count(): number;
  /** Opens the popover at the next or previous mention. */
  step(direction: 1 | -1): void;
  goTo(entities: readonly EntityKey[], index: number): void;
}

export function startPageSession(options: PageSessionOptions, signal: AbortSignal): PageSession {
  const { entityKeys, entityLabels } = options.tables;
  const labels = new Map(entityKeys.map((key, i) => [key, entityLabels[i] ?? key]));
  const labelOf = (key: EntityKey): string => labels.get(key) ?? key;

  const highlighter = createHighlighter();
  const hitTest = createHitTest();
  const annotator = createAnnotator(createMatcher(options.tables), (change) => {
    highlighter.apply(change);
    hitTest.apply(change);
    options.onMentionsChanged();
  });
  const stepper = createMentionStepper(annotator.mentions, highlighter);
  const driver = createPopoverDriver(
    {
      labelOf,
      fetchCards: options.fetchCards,
      loadPopover: options.loadPopover,
      onStateChange: (state) => {
        if (state.phase === 'closed') highlighter.setCurrent(null);
      },
    },
    signal,
  );
  startPointer(hitTest, driver, signal);
  signal.addEventListener('abort', () => highlighter.destroy(), { once: true });
  void annotator.start(signal);

  const visible = (): Mention[] => visibleOnly(annotator.mentions());
  return {
    count: () => visible().length,
    names: () => namesOf(visible(), labelOf),
    step(direction) {
      const mention = stepper.step(direction);
      if (mention) driver.send({ type: 'step', mention });
    },
    goTo(entities, index) {
      stepper.goTo(entities, index);
    },
  };
}

function namesOf(
  mentions: readonly Mention[],
  labelOf: (key: EntityKey) => string,
): FrameReport['names'] {
  const names = new Map<string, FrameReport['names'][number]>();
  for (const { match } of mentions) {
    const id = match.entities.join(' ');
    const known = names.get(id);
    if (known) known.count++;
    else {
      names.set(id, {
        entities: match.entities.map((key) => ({ key, label: labelOf(key) })),
        count: 1,
      });
    }
  }
  return [...names.values()];
}
