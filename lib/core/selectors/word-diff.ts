/**
 * What changed between two short texts, word by word: the shortest edit script after E. W. Myers,
 * "An O(ND) Difference Algorithm" (1986), with an upper limit to what it may cost.
 */
export interface WordChange {
  readonly type: 'same' | 'removed' | 'added';
  readonly text: string;
}

interface Token {
  /** What is compared. */
  readonly word: string;
  /** What is shown: with the white space behind it. */
  readonly text: string;
}

/** An excerpt has at most some eighty words; beyond this the texts count as wholly different. */
const MAX_TOKENS = 4000;
const MAX_EDITS = 600;

/**
 * In reading order. All that is same or removed makes the old text, but for white space; all that
 * is same or added makes the new one exactly.
 */
export function diffWords(before: string, after: string): WordChange[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const script = old.length + now.length > MAX_TOKENS ? null : editScript(old, now);
  if (!script) return joined([whole('removed', before), whole('added', after)]);
  return joined(script);
}

/** The part of the old text's words that is in the new one, in order. */
export function keptShare(changes: readonly WordChange[]): number {
  const count = (type: WordChange['type']): number =>
    changes.reduce((sum, one) => sum + (one.type === type ? tokensOf(one.text).length : 0), 0);
  const kept = count('same');
  const all = kept + count('removed');
  return all === 0 ? 0 : kept / all;
}

/** Words of scripts with spaces, single characters of those without, and each other sign. */
function tokensOf(text: string): Token[] {
  const token =
    /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+?(?![^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{N}\p{M}])|\S)\s*/gu;
  const lead = /^\s*/.exec(text)?.[0] ?? '';
  return [...text.slice(lead.length).matchAll(token)].map(([shown], index) => {
    return { word: shown.trimEnd(), text: index === 0 ? lead + shown : shown };
  });
}

function whole(type: WordChange['type'], text: string): WordChange {
  return { type, text };
}

/** Null where the texts have too little in common to be worth the search. */
function editScript(old: readonly Token[], now: readonly Token[]): WordChange[] | null {
  const max = Math.min(old.length + now.length, MAX_EDITS);
  const reach = new Int32Array(2 * max + 3);
  const center = max + 1;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= max; edits++) {
    trace.push(reach.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = furthest(reach, center, diagonal, edits);
      let y = x - diagonal;
      while (x < old.length && y < now.length && old[x]?.word === now[y]?.word) {
        x++;
        y++;
      }
      reach[center + diagonal] = x;
      if (x >= old.length && y >= now.length) return backtrack(trace, center, old, now);
    }
  }
  return null;
}

/** How far along the old text a path of so many edits comes before its run of equal words. */
function furthest(reach: Int32Array, center: number, diagonal: number, edits: number): number {
  const fromLeft = (reach[center + diagonal - 1] ?? 0) + 1;
  const fromAbove = reach[center + diagonal + 1] ?? 0;
  return isDown(reach, center, diagonal, edits) ? fromAbove : fromLeft;
}

function isDown(reach: Int32Array, center: number, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  if (diagonal === edits) return false;
  return (reach[center + diagonal - 1] ?? 0) < (reach[center + diagonal + 1] ?? 0);
}

function backtrack(
  trace: readonly Int32Array[],
  center: number,
  old: readonly Token[],
  now: readonly Token[],
): WordChange[] {
  const changes: WordChange[] = [];
  let x = old.length;
  let y = now.length;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reach = trace[edits];
    if (!reach) break;
    const diagonal = x - y;
    const down = isDown(reach, center, diagonal, edits);
    const previous = diagonal + (down ? 1 : -1);
    const fromX = edits === 0 ? 0 : (reach[center + previous] ?? 0);
    const fromY = edits === 0 ? 0 : fromX - previous;
    const startX = edits === 0 ? 0 : down ? fromX : fromX + 1;
    while (x > startX && y > 0) {
      changes.push(whole('same', now[--y]?.text ?? ''));
      x--;
    }
    if (edits === 0) break;
    if (down) changes.push(whole('added', now[fromY]?.text ?? ''));
    else changes.push(whole('removed', old[fromX]?.text ?? ''));
    x = fromX;
    y = fromY;
  }
  return changes.reverse();
}

/** Neighbours of one type as one, what is removed before what is added. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') result.push(whole('removed', removed));
    if (added !== '') result.push(whole('added', added));
    removed = '';
    added = '';
  };
  for (const { type, text } of changes) {
    if (type === 'removed') removed += text;
    else if (type === 'added') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.type === 'same') result[result.length - 1] = whole('same', last.text + text);
      else result.push(whole('same', text));
    }
  }
  flush();
  return result;
}
