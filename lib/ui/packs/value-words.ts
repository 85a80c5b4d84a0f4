/** More of a value than this nobody compares by eye. */
const MAX_CHARS = 600;

/** A value of a record as text: a text as it is, all else as JSON. Null where there is none. */
export function valueWords(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1);
  return text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS)}…` : text;
}
