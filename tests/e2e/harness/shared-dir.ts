import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Material beside the project that is not part of it, such as saved pages; null elsewhere. */
export function sharedDir(name = ''): string | null {
  const folder = resolve('..', 'shared', name);
  return existsSync(folder) ? folder : null;
}
