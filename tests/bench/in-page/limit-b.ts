import type { Matcher } from '../../../lib/core/matcher/matcher';
import type { Contender } from './timing';

/** Where the bundle of limit B leaves it. */
export const LIMIT_B = 'glossatorLimitB';

export function limitB(matcher: Matcher): Contender {
  const create = Reflect.get(globalThis, LIMIT_B) as ((matcher: Matcher) => Contender) | undefined;
  if (!create) throw new Error('the bundle of limit B is not here');
  return create(matcher);
}
