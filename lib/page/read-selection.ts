/** Reads a page for a clipping: its text, what is selected in it, and what it says of itself. */
import type { ClipInput } from '../core/clipping/clip-input';
import { readClipPlace } from './clip-place';
import { type Boundary, readPageText } from './page-text';
import { readSource } from './read-source';
import { findShadowRoots } from './shadow-roots';

/** So much of a page's text is looked at, UTF-16 code units. */
const MAX_TEXT_CHARS = 10_000_000;

export type PageReading = Omit<ClipInput, 'start' | 'end'> & {
  /** Of the selection in the text; null where nothing in it is selected. */
  readonly selected: { readonly start: number; readonly end: number } | null;
  /** The name whose card the reader clips from last; null where it is gone or there is none. */
  readonly place: {
    readonly number: number;
    readonly start: number;
    readonly end: number;
  } | null;
  /** Whether the frame has the focus: of several with a selection, the one that is meant. */
  readonly hasFocus: boolean;
};

export function readSelection(): PageReading {
  const range = selectedRange();
  const place = readClipPlace();
  const boundaries: Boundary[] = [
    ...(range
      ? [
          { node: range.startContainer, offset: range.startOffset },
          { node: range.endContainer, offset: range.endOffset },
        ]
      : [NOWHERE, NOWHERE]),
    ...(place ? [place.from, place.to] : []),
  ];
  const root = document.body ?? document.documentElement;
  const { text, offsets } = readPageText(root, boundaries, MAX_TEXT_CHARS);
  const [start = -1, end = -1, first = -1, last = -1] = offsets;
  const near = range?.startContainer ?? place?.from.node;
  return {
    text,
    selected: start >= 0 && end > start ? { start, end } : null,
    place:
      place && first >= 0 && last > first
        ? { number: place.number, start: first, end: last }
        : null,
    hasFocus: document.hasFocus(),
    ...readSource(near ? elementOf(near) : null),
  };
}

/** In no text: its offset is -1. */
const NOWHERE: Boundary = { node: new Text(), offset: 0 };

type Composed = (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];

function selectedRange(): AbstractRange | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  // Firefox since 142, Chromium since 137. Without it a selection in a shadow tree is told to be
  // at its host, and its words would be wrong.
  const { getComposedRanges } = selection as Partial<{ getComposedRanges: Composed }>;
  const shadowRoots = [...findShadowRoots([document])].filter((root) => root !== undefined);
  const composed = getComposedRanges?.call(selection, { shadowRoots })[0];
  const range = composed ?? selection.getRangeAt(0);
  return range.collapsed ? null : range;
}

function elementOf(node: Node): Element | null {
  if (node instanceof Element) return node;
  const { parentElement } = node;
  return parentElement instanceof Element ? parentElement : null;
}
