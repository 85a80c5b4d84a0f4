/** Several values in one cell. Ours are joined by | with a backslash before a | or \ of a value. */
export const LIST_SEPARATORS = ['|', ';', ',', '\n'] as const;
export type ListSeparator = (typeof LIST_SEPARATORS)[number];

export function joinList(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\|]/g, '\\$&')).join('|');
}

export function splitList(cell: string, separator: ListSeparator): string[] {
  if (cell === '') return [];
  if (separator !== '|') return cell.split(separator);
  const values = [''];
  for (const [part] of cell.matchAll(/\\[\\|]|\||[^\\|]+|\\/g)) {
    if (part === '|') values.push('');
    else values.push((values.pop() ?? '') + (/^\\[\\|]$/.test(part) ? part.slice(1) : part));
  }
  return values;
}
