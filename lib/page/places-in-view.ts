/**
 * Where what a reader sees begins, so that a long page is read there first. Asked by points and
 * not by boxes: on a long page each box would be one of very many.
 */

/** Shares of the viewport's width and height: down the middle, then what stands at the sides. */
const POINTS = [
  [0.5, 0.05],
  [0.5, 0.35],
  [0.5, 0.65],
  [0.15, 0.3],
  [0.85, 0.3],
] as const;

/** Nodes of the document near these points, one at a time, since each makes the browser search. */
export function* placesInView(): Generator<Node> {
  for (const [x, y] of POINTS) {
    const place = placeAt(innerWidth * x, innerHeight * y);
    // Of shadow roots nothing is known yet.
    if (place && document.contains(place)) yield place;
  }
}

function placeAt(x: number, y: number): Node | null {
  // Chromium has it since 128; before, a long page is read from its beginning.
  const caret = document.caretPositionFromPoint?.(x, y);
  return caret ? (caret.offsetNode.childNodes[caret.offset] ?? caret.offsetNode) : null;
}
