/** What the toolbar icon says of a tab. The title says it to those who do not see the badge. */
export interface Badge {
  readonly text: string;
  readonly title: string;
  readonly color: string;
}

export const OFF_TEXT = 'off';

/** Browsers show about four characters; two digits and a sign are sure to fit. */
const MAX_COUNT = 99;
/** Both dark enough for white text (contrast above 4.5). */
const COUNT_COLOR = '#1d5c7a';
const OFF_COLOR = '#5f6368';

export function badgeOf(state: number | 'off'): Badge {
  if (state === 'off') {
    return { text: OFF_TEXT, title: 'Glossator: off on this site', color: OFF_COLOR };
  }
  const names = state === 1 ? 'name' : 'names';
  return {
    text: state === 0 ? '' : state > MAX_COUNT ? `${MAX_COUNT}+` : String(state),
    title: state === 0 ? 'Glossator' : `Glossator: ${state} ${names} on this page`,
    color: COUNT_COLOR,
  };
}
