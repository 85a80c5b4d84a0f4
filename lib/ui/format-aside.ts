/**
 * Words in brackets, with the space before them that they need: full-width brackets bring room of
 * their own.
 */
export function aside(words: string): string {
  return /^[（「『《【]/u.test(words) ? words : ` ${words}`;
}
