import { locale } from './message';

/** "A, B or C". */
export function oneOf(names: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(names);
}
