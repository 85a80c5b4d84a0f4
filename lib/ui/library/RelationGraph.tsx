import type { EntityCard } from '../../core/facts/card';
import { toKey } from '../../core/facts/keys';
import { type Neighbour, type Place, placesAround } from '../../core/library/neighbourhood';
import { formatRoute } from '../../core/library/routes';
import { labelOf } from '../claim-view';
import { relationHeading } from '../kind-names';
import { t } from '../message';
import { cutToWidth } from './cut-to-width';

/** In the drawing's own units, which are CSS pixels where there is room. */
const WIDTH = 720;
const ROW = 54;
const REACH_X = 150;
const NODE_WIDTH = 212;
const NODE_HEIGHT = 40;
/** In Latin letters of the label's size. */
const LABEL_LETTERS = 25;
const TIE_LETTERS = 32;
const CENTRE_LETTERS = 19;
const CENTRE_HALF = 82;

export interface RelationGraphProps {
  readonly card: EntityCard;
  readonly neighbours: readonly Neighbour[];
}

/** The entity in the middle, and around it links to whom it is connected with. */
export function RelationGraph({ card, neighbours }: RelationGraphProps) {
  const rows = Math.ceil(neighbours.length / 2);
  const height = Math.max(rows, 2) * ROW + 16;
  const middle = { x: WIDTH / 2, y: height / 2 };
  const reachY = Math.max(0, (rows - 1) / 2) * ROW;
  const nodes = placesAround(neighbours.length).flatMap((place, index) => {
    const neighbour = neighbours[index];
    return neighbour ? [{ place, neighbour, ...at(place, middle, reachY) }] : [];
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="group"
      aria-label={t('library_graph', card.entity.label)}
    >
      <g>
        {nodes.map(({ neighbour, place, x, y }) => (
          <path key={neighbour.id} class="edge" d={edge(middle, { x, y }, place.side)} />
        ))}
        <rect
          class="centre"
          x={middle.x - CENTRE_HALF}
          y={middle.y - 18}
          width={CENTRE_HALF * 2}
          height={36}
          rx={18}
        />
        <text class="centre-label" x={middle.x} y={middle.y + 5} text-anchor="middle">
          {cutToWidth(card.entity.label, CENTRE_LETTERS)}
        </text>
      </g>
      {nodes.map(({ neighbour, place, x, y }) => (
        <Node key={neighbour.id} card={card} neighbour={neighbour} side={place.side} x={x} y={y} />
      ))}
    </svg>
  );
}

interface NodeProps {
  readonly card: EntityCard;
  readonly neighbour: Neighbour;
  readonly side: Place['side'];
  readonly x: number;
  readonly y: number;
}

function Node({ card, neighbour, side, x, y }: NodeProps) {
  const label = labelOf(card, neighbour.id);
  const ties = tieNames(neighbour);
  const shown = { label: cutToWidth(label, LABEL_LETTERS), ties: cutToWidth(ties, TIE_LETTERS) };
  const isCut = shown.label !== label || shown.ties !== ties;
  const isRight = side === 'right';
  const textX = isRight ? x + 12 : x - 12;
  const box = {
    x: isRight ? x - 6 : x - NODE_WIDTH + 6,
    y: y - NODE_HEIGHT / 2,
    width: NODE_WIDTH,
    height: NODE_HEIGHT,
  };
  return (
    <a class="node" href={formatRoute({ view: 'entity', key: toKey(card.pack.id, neighbour.id) })}>
      {isCut && <desc>{`${label} – ${ties}`}</desc>}
      <rect class="node-ground" {...box} rx={4} />
      <circle class="node-dot" cx={x} cy={y - 6} r={3.5} />
      {/* One text with a space in it, so that its two lines are two words when read aloud. The
          space stands where it moves neither of them. */}
      <text text-anchor={isRight ? 'start' : 'end'}>
        <tspan class="node-label" x={textX} y={y - 1}>
          {shown.label}
        </tspan>
        {isRight && ' '}
        <tspan class="node-tie" x={textX} y={y + 14}>
          {!isRight && ' '}
          {shown.ties}
        </tspan>
      </text>
      {isCut && <Hint text={`${label} – ${ties}`} box={box} />}
    </a>
  );
}

interface HintProps {
  readonly text: string;
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** Shows to the pointer what was cut; the title of the link itself would become its name. */
function Hint({ text, box }: HintProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no focus
    <g aria-hidden="true">
      <rect class="node-hint" {...box}>
        <title>{text}</title>
      </rect>
    </g>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function at(place: Place, middle: Point, reachY: number): Point {
  return { x: middle.x + place.x * REACH_X, y: middle.y + place.y * reachY };
}

/** Leaves the middle sideways and arrives sideways, so that edges do not run through labels. */
function edge(from: Point, to: Point, side: Place['side']): string {
  const start = from.x + (side === 'right' ? CENTRE_HALF : -CENTRE_HALF);
  const half = (start + to.x) / 2;
  const y = to.y - 6;
  return `M${start} ${from.y}C${half} ${from.y} ${half} ${y} ${to.x} ${y}`;
}

function tieNames({ ties }: Neighbour): string {
  const names = ties.map(({ kind, outgoing }) => relationHeading(kind, outgoing ? 'from' : 'to'));
  return [...new Set(names)].join(' · ');
}
