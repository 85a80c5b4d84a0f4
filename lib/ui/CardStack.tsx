import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EntityCard as CardData } from '../core/facts/card';
import {
  currentStop,
  goBack,
  goOn,
  type NamedEntity,
  previousName,
  type Stop,
  startTrail,
} from './card-trail';
import { EntityCard } from './EntityCard';
import { EntityChooser } from './EntityChooser';
import { strings } from './strings';
import { type CardLoads, type LoadCards, useCardLoads } from './use-card-loads';

export interface CardStackProps {
  /** What to begin with; more than one: the reader chooses. */
  readonly entities: readonly [NamedEntity, ...NamedEntity[]];
  /** The words that may mean any of the entities. */
  readonly text: string;
  readonly load: LoadCards;
  /** Where the cards of `entities` were asked for already. */
  readonly firstCards?: Promise<readonly CardData[]>;
  /** Id of the claim that the first card shows first. */
  readonly soughtClaim?: string;
  /** A word on why these words mean this entity. */
  readonly remark?: string;
  /** Stands under what the words are read as: a card, or the choice between several. */
  readonly foot?: (readAs: readonly [NamedEntity, ...NamedEntity[]]) => ComponentChildren;
  /** Leads out of the stack; without it the first card has no way back. */
  readonly leave?: { readonly to: string; readonly go: () => void };
  /** Whether the first stop has the focus too, as the later ones do. */
  readonly takesFocus?: boolean;
  /** The label of what is shown now. */
  readonly onShow?: (label: string) => void;
}

/** Cards one on top of the other: related entities open in place, and there is a way back. */
export function CardStack(props: CardStackProps) {
  const { entities, text, load, firstCards, soughtClaim, remark, foot, leave, onShow } = props;
  const takesFocus = props.takesFocus ?? false;
  const [trail, setTrail] = useState(() => startTrail(...entities));
  const loads = useCardLoads(load);
  const heading = useRef<HTMLHeadingElement>(null);
  const stop = currentStop(trail);
  const label = stop.type === 'choice' ? strings.stack.chooserLabel(text) : stop.entity.label;

  // Before the first paint, so that an answer that is there already shows without a flicker.
  useLayoutEffect(() => loads.request(keysOf(entities), firstCards), []);
  useEffect(() => onShow?.(label), [label]);
  const loaded = stop.type === 'choice' || loads.of(stop.entity.key)?.state === 'ready';
  const root = useFocusOnMove(stop, loaded, takesFocus, heading);

  const open = (entity: NamedEntity) => {
    if (loads.of(entity.key)?.state !== 'ready') loads.request([entity.key]);
    setTrail((before) => goOn(before, entity));
  };

  const before = previousName(trail);
  const backTo = before ?? leave?.to;
  return (
    <div class="stack" ref={root}>
      {backTo !== undefined && (
        <button
          type="button"
          class="back"
          onClick={() => (before === null ? leave?.go() : setTrail(goBack))}
        >
          <span aria-hidden="true">←</span>
          <span class="spoken">{strings.stack.backTo(backTo)}</span>
          <span aria-hidden="true">{backTo}</span>
        </button>
      )}
      {remark && trail.length === 1 && <p class="remark">{remark}</p>}
      {stop.type === 'choice' ? (
        <EntityChooser
          text={text}
          options={stop.options}
          cardOf={(option) => readyCard(loads, option)}
          onChoose={open}
          headingRef={heading}
        />
      ) : (
        <CardOrState
          key={stop.entity.key}
          entity={stop.entity}
          loads={loads}
          soughtClaim={trail.length === 1 ? soughtClaim : undefined}
          onOpenEntity={open}
          heading={heading}
        />
      )}
      <LoadingStatus
        loading={stop.type === 'card' && loads.of(stop.entity.key)?.state === 'loading'}
      />
      {trail.length === 1 && foot?.(entities)}
      {trail.length === 2 &&
        trail[0].type === 'choice' &&
        stop.type === 'card' &&
        foot?.([stop.entity])}
    </div>
  );
}

interface CardOrStateProps {
  readonly entity: NamedEntity;
  readonly loads: CardLoads;
  readonly soughtClaim: string | undefined;
  readonly onOpenEntity: (entity: NamedEntity) => void;
  readonly heading: { current: HTMLHeadingElement | null };
}

function CardOrState({ entity, loads, soughtClaim, onOpenEntity, heading }: CardOrStateProps) {
  const found = loads.of(entity.key) ?? { state: 'loading' };
  if (found.state === 'ready') {
    return (
      <EntityCard
        card={found.card}
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
          {strings.stack.missing(entity.label)}
        </p>
      )}
      {found.state === 'failed' && (
        <div class="failure" role="alert">
          <p>{strings.stack.failed}</p>
          <p class="help">{strings.stack.failedHelp}</p>
          <button type="button" class="more" onClick={() => loads.request([entity.key])}>
            {strings.stack.retry}
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
      {loading && <span class="loading">{strings.stack.loading}</span>}
    </p>
  );
}

/**
 * After the reader went from one stop to another: the new one starts at its top and has the
 * focus, because the button that was pressed is gone. The first stop only if it is wanted.
 */
function useFocusOnMove(
  stop: Stop,
  loaded: boolean,
  takesFocus: boolean,
  heading: { current: HTMLHeadingElement | null },
) {
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef(stop);
  const moved = useRef(takesFocus);
  useLayoutEffect(() => {
    if (shown.current === stop) return;
    shown.current = stop;
    moved.current = true;
    heading.current?.focus({ preventScroll: true });
    const scroller = root.current?.closest('[data-scroller]');
    if (scroller) scroller.scrollTop = 0;
  }, [stop]);
  // At first; and again when the heading that waited for the card went away with the focus.
  useLayoutEffect(() => {
    if (moved.current && !hasFocus(root.current)) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [loaded]);
  return root;
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

function readyCard(loads: CardLoads, entity: NamedEntity): CardData | undefined {
  const found = loads.of(entity.key);
  return found?.state === 'ready' ? found.card : undefined;
}
