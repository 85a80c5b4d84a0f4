/** One thing that is wrong with a pack, and where: `claims[12].evidence[0].end`. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** Writes a path as a reader of the JSON would: names after dots, positions in brackets. */
export function formatPath(keys: readonly unknown[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}
