import { formatPath } from '../facts/problem';
import type { Place } from './import-problem';

/** A place further inside. Tables have no inside: their column says enough. */
export function below(place: Place, ...keys: readonly (string | number)[]): Place {
  if (place.path === undefined || keys.length === 0) return place;
  const inner = formatPath(keys);
  const joint = place.path === '' || inner.startsWith('[') ? '' : '.';
  return { ...place, path: place.path + joint + inner };
}
