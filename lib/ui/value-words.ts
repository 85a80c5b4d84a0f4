import { isObject } from '../core/is-object';

/** More of a value than this nobody compares by eye. */
const MAX_CHARS = 600;

/** What a part of a record is known by. */
const HEADS = ['label', 'text', 'exact', 'title', 'value', 'entity', 'date'];

/** A value of a record as text, a line for each part of it. Null where there is none. */
export function valueWords(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = linesOf(value).join('\n');
  return text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS)}…` : text;
}

/** Of two lists only what is not in both; other values as they are. */
export function differingParts(
  before: unknown,
  after: unknown,
): { readonly before: unknown; readonly after: unknown } {
  if (!Array.isArray(before) || !Array.isArray(after)) return { before, after };
  const [old, now] = [before, after].map((list) => new Set(list.map((one) => JSON.stringify(one))));
  const without = (list: readonly unknown[], other: ReadonlySet<string> | undefined): unknown[] =>
    list.filter((one) => !other?.has(JSON.stringify(one)));
  const parts = { before: without(before, now), after: without(after, old) };
  // The same parts in another order.
  if (parts.before.length + parts.after.length === 0) return { before, after };
  return {
    before: parts.before.length > 0 ? parts.before : undefined,
    after: parts.after.length > 0 ? parts.after : undefined,
  };
}

function linesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(lineOf);
  if (!isObject(value)) return [String(value)];
  return Object.entries(value).map(([key, part]) => `${key}: ${lineOf(part)}`);
}

/** "Mira Holt (lang: en, strength: strong)" */
function lineOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(lineOf).join('; ');
  if (!isObject(value)) return String(value);
  const head = HEADS.find((key) => typeof value[key] === 'string');
  const rest = Object.entries(value)
    .filter(([key]) => key !== head)
    .map(([key, part]) => `${key}: ${lineOf(part)}`)
    .join(', ');
  if (head === undefined) return rest;
  return rest === '' ? String(value[head]) : `${String(value[head])} (${rest})`;
}
