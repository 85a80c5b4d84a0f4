/** What each state is pictured in, as the browser's own features name it. */
export const LOOKS = {
  light: { 'prefers-color-scheme': 'light', 'forced-colors': 'none' },
  dark: { 'prefers-color-scheme': 'dark', 'forced-colors': 'none' },
  // As Windows' own dark contrast themes: the harder one, since every colour turns round.
  forced: { 'prefers-color-scheme': 'dark', 'forced-colors': 'active' },
} as const;
export type Look = keyof typeof LOOKS;

/** Inside the gallery's folder. */
export function picturePath(state: string, look: Look, width: number): `${string}.png` {
  return `pictures/${state}-${look}-${width}.png`;
}
