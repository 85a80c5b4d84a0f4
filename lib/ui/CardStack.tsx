import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardGroup } from '../core/facts/card-group';
import { type ClaimKey, packOfKey } from '../core/facts/keys';
import {
  currentStop,
  goBack,
  goOn,
  type NamedEntity,
  type NameOf,
  namedTrail,
  previousName,
  type Reading,
  readingsOf,
  type Stop,
  startTrail,
  type Trail,
} from './card-trail';
import { EntityCard } from './EntityCard';
import { EntityChooser } from './EntityChooser';
import { t } from './message';
import { type CardLoads, type LoadCards, useCardLoads } from './use-card-loads';

export interface CardStackProps {
  /** What to begin with; more than one: the reader chooses. */
  readonly entities: readonly [NamedEntity, ...NamedEntity[]];
  /** The words that may mean any of the entities. */
  readonly text: string;
  readonly load: LoadCards;
  /** Where the cards of `entities` were asked for already. */
  readonly firstCards?: Promise<readonly CardGroup[]>;
  /** The claim that the first card shows first. */
  readonly soughtClaim?: ClaimKey;
  /** Stands under what the words are read as: a card, or the choice between several. */
  readonly foot?: (readAs: readonly [Reading, ...Reading[]]) => ComponentChildren;
  /** Leads out of the stack; without it the first card has no way back. */
  readonly leave?: { readonly to: string; readonly go: () => void };
  /** Whether the first stop has the focus too, as the later ones do. */
  readonly takesFocus?: boolean;
  /** A head that stays in view, around the way back; without it that stands by itself. */
  readonly bar?: (back: ComponentChildren) => ComponentChildren;
  /**
   * The label of what is shown now, whether it was looked up inside another card, and whose card
   * it is: null for a choice. What its card has come to name it, once it is there.
   */
  readonly onShow?: (label: string, nested: boolean, entity: NamedEntity | null) => void;
  /** Whose card is there to be read. */
  readonly onRead?: (entity: NamedEntity) => void;
}

/** Cards one on top of the other: related entities open in place, and there is a way back. */
export function CardStack(props: CardStackProps) {
  const { entities, text, load, firstCards, soughtClaim, foot, leave, bar, onShow, onRead } = props;
  const takesFocus = props.takesFocus ?? false;
  const [trail, setTrail] = useState(() => startTrail(...entities));
  const loads = useCardLoads(load);
  const heading = useRef<HTMLHeadingElement>(null);
  const nameOf = nameIn(loads);
  const readings = readingsOf(entities, nameOf);
  const named = namedTrail(trail, nameOf);
  const stop = currentStop(named);
  const isWaiting = stop.type === 'choice' && mayBeOne(stop.options, loads);
  const label = labelOf(stop, isWaiting, text);
  const isReady = stop.type === 'card' && loads.of(stop.entity.key)?.state === 'ready';

  // Before the first paint, so that an answer that is there already shows without a flicker.
  useLayoutEffect(() => loads.request(keysOf(entities), firstCards), []);
  const nested = named.length > 1 && (named.length > 2 || named[0].type === 'card');
  const shown = stop.type === 'card' ? stop.entity : null;
  useLayoutEffect(() => onShow?.(label, nested, shown), [label, nested, shown?.key]);
  const read = isReady ? shown : null;
  useLayoutEffect(() => {
    if (read) onRead?.(read);
  }, [read?.key]);
  const loaded = isReady || (stop.type === 'choice' && !isWaiting);
  const place = useFocusOnMove(trail, loaded, takesFocus, heading);

  const open = (entity: NamedEntity) => {
    if (stop.type === 'card' && (nameOf(entity.key) ?? entity).key === stop.entity.key) return;
    if (loads.of(entity.key)?.state !== 'ready') loads.request([entity.key]);
    place.leave();
    setTrail((before) => goOn(before, entity));
  };

  const before = previousName(named);
  const backTo = before ?? leave?.to;
  const goOut = () => (before === null ? leave?.go() : setTrail(goBack));
  const back = backTo !== undefined && <BackButton to={backTo} onPress={goOut} />;
  return (
    <div class="stack" ref={place.root}>
      {bar ? bar(back) : back}
      {stop.type === 'choice' && !isWaiting ? (
        <EntityChooser
          text={text}
          options={stop.options}
          cardsOf={(option) => readyGroup(loads, option.key)}
          onChoose={open}
          headingRef={heading}
        />
      ) : (
        <CardOrState
          key={keyOf(currentStop(trail))}
          entity={stop.type === 'card' ? stop.entity : { ...stop.options[0], label: text }}
          loads={loads}
          soughtClaim={trail.length === 1 ? soughtClaim : undefined}
          onOpenEntity={open}
          heading={heading}
        />
      )}
      <LoadingStatus
        loading={
          isWaiting || (stop.type === 'card' && loads.of(stop.entity.key)?.state === 'loading')
        }
      />
      {named.length === 1 && foot?.(readings)}
      {named.length === 2 &&
        named[0].type === 'choice' &&
        stop.type === 'card' &&
        foot?.([
          readings.find(({ key }) => key === stop.entity.key) ?? {
            ...stop.entity,
            keys: [stop.entity.key],
          },
        ])}
    </div>
  );
}

function BackButton({ to, onPress }: { to: string; onPress: () => void }) {
  return (
    <button type="button" class="back" aria-keyshortcuts="Alt+ArrowLeft" onClick={onPress}>
      <span aria-hidden="true">←</span>
      <span class="spoken">{t('stack_back_to', to)}</span>
      <span aria-hidden="true">{to}</span>
    </button>
  );
}

interface CardOrStateProps {
  readonly entity: NamedEntity;
  readonly loads: CardLoads;
  readonly soughtClaim: ClaimKey | undefined;
  readonly onOpenEntity: (entity: NamedEntity) => void;
  readonly heading: { current: HTMLHeadingElement | null };
}

function CardOrState({ entity, loads, soughtClaim, onOpenEntity, heading }: CardOrStateProps) {
  const found = loads.of(entity.key) ?? { state: 'loading' };
  // Taken before they are needed: an extension that was updated just now has no words any more.
  const [words] = useState(() => ({
    failed: t('stack_failed'),
    help: t('stack_failed_help'),
    retry: t('stack_retry'),
  }));
  if (found.state === 'ready') {
    return (
      <EntityCard
        group={found.group}
        onOpenEntity={onOpenEntity}
        soughtClaim={soughtClaim}
        headingRef={heading}
      />
    );
  }
  return (
    <article class="card">
      <h2 class="name" tabIndex={-1} ref={heading} dir="auto">
        {entity.label}
      </h2>
      {found.state === 'missing' && (
        <p class="empty" role="alert">
          {t('stack_missing', entity.label)}
        </p>
      )}
      {found.state === 'failed' && (
        <div class="failure" role="alert">
          <p>{words.failed}</p>
          <p class="help">{words.help}</p>
          <button type="button" class="more" onClick={() => loads.request([entity.key])}>
            {words.retry}
          </button>
        </div>
      )}
    </article>
  );
}

/** Stands there from the beginning, since only changes of a live region are read aloud. */
function LoadingStatus({ loading }: { loading: boolean }) {
  return (
    <p class="status" role="status">
      {loading && <span class="loading">{t('stack_loading')}</span>}
    </p>
  );
}

/**
 * After the reader went from one stop to another: a new one starts at its top, one that they came
 * back to where they left it, and it has the focus, because the button that was pressed is gone.
 * The first stop only if it is wanted.
 */
function useFocusOnMove(
  trail: Trail,
  loaded: boolean,
  takesFocus: boolean,
  heading: { current: HTMLHeadingElement | null },
) {
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef(trail);
  const moved = useRef(takesFocus);
  const places = useRef(new WeakMap<Stop, number>());
  const scroller = () => root.current?.closest('[data-scroller]');
  const stop = currentStop(trail);
  useLayoutEffect(() => {
    if (currentStop(shown.current) === stop) return;
    shown.current = trail;
    moved.current = true;
    heading.current?.focus({ preventScroll: true });
    const element = scroller();
    if (element) element.scrollTop = places.current.get(stop) ?? 0;
  }, [stop]);
  // At first; and again when the heading that waited for the card went away with the focus.
  useLayoutEffect(() => {
    if (moved.current && !hasFocus(root.current)) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [loaded]);
  return { root, leave: () => places.current.set(stop, scroller()?.scrollTop ?? 0) };
}

/** Also inside a shadow root, whose outside sees only the host focused. */
function hasFocus(element: HTMLElement | null): boolean {
  const tree = element?.getRootNode();
  const active = tree instanceof Document || tree instanceof ShadowRoot ? tree.activeElement : null;
  return element !== null && active !== null && element.contains(active);
}

function keysOf(entities: readonly NamedEntity[]): string[] {
  return entities.map((entity) => entity.key);
}

function readyGroup(loads: CardLoads, key: string): CardGroup | undefined {
  const found = loads.of(key);
  return found?.state === 'ready' ? found.group : undefined;
}

function nameIn(loads: CardLoads): NameOf {
  return (key) => {
    const [head] = readyGroup(loads, key) ?? [];
    return head && { key: head.key, label: head.entity.label };
  };
}

/** Entities of several packs: whether they are one thing is known only when their cards are there. */
function mayBeOne(options: readonly NamedEntity[], loads: CardLoads): boolean {
  const packs = new Set(options.map(({ key }) => packOfKey(key)));
  return (
    packs.size > 1 && options.some(({ key }) => (loads.of(key)?.state ?? 'loading') === 'loading')
  );
}

function labelOf(stop: Stop, isWaiting: boolean, text: string): string {
  if (stop.type === 'card') return stop.entity.label;
  return isWaiting ? text : t('stack_chooser_label', text);
}

/** The same before and after it is known what the stop is. */
function keyOf(stop: Stop): string {
  return stop.type === 'card' ? stop.entity.key : stop.options[0].key;
}
