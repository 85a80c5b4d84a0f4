/** What the browser tests run inside a real page: the page layer with a matcher of a few names. */
import { buildMatcher, type NamedEntity } from '../../lib/core/matcher/build-matcher';
import { createMatcher } from '../../lib/core/matcher/matcher';
import { createAnnotator } from '../../lib/page/annotator';
import { createHighlighter } from '../../lib/page/highlighter';
import { createHitTest } from '../../lib/page/hit-test';
import { clientRectsOf, type Mention } from '../../lib/page/mention';
import { visibleOnly } from '../../lib/page/visible-mentions';

const NAMES: NamedEntity[] = [
  named('ant-group', ['Ant Group', 'Ant Financial', '蚂蚁集团'], ['Ant']),
  named('jack-ma', ['Jack Ma', '마윈'], ['Ma']),
  named('alibaba', ['Alibaba']),
];

function named(id: string, strong: string[], weak: string[] = []): NamedEntity {
  return {
    key: `p/${id}`,
    label: strong[0] ?? id,
    kind: 'organisation',
    aliases: [
      ...strong.map((text) => ({ text, strength: 'strong', case: 'initial' }) as const),
      ...weak.map((text) => ({ text, strength: 'weak', case: 'initial' }) as const),
    ],
  };
}

interface Told {
  readonly added: readonly Mention[];
  readonly removed: readonly Mention[];
}

interface Session {
  /** All changes up to now, in order. */
  readonly told: readonly Told[];
  readonly mentions: () => Mention[];
  readonly stop: () => void;
  readonly mentionAt: (x: number, y: number) => Mention | null;
  readonly ready: Promise<void>;
}

/** `onFirst` is called when the first mentions are told of, while the page is still being read. */
function start(onFirst?: () => void): Session {
  const controller = new AbortController();
  const highlighter = createHighlighter();
  const hitTest = createHitTest();
  const told: Told[] = [];
  const annotator = createAnnotator(createMatcher(buildMatcher(NAMES)), (change) => {
    highlighter.apply(change);
    hitTest.apply(change);
    told.push(change);
    if (told.length === 1) onFirst?.();
  });
  controller.signal.addEventListener('abort', () => highlighter.destroy());
  return {
    told,
    mentions: annotator.mentions,
    stop: () => controller.abort(),
    mentionAt: hitTest.mentionAt,
    ready: annotator.start(controller.signal),
  };
}

/** Words as painted, joined over their parts, so that a wrong range shows. */
function painted(): string[] {
  const marks = CSS.highlights.get('glossator-mention');
  return [...(marks ?? [])].map((range) =>
    (range.startContainer as Text).data.slice(range.startOffset, range.endOffset),
  );
}

const api = { start, painted, clientRectsOf, visibleOnly };
export type PageLayer = typeof api;
Object.assign(globalThis, { pageLayer: api });
