import { plural, t } from '../../lib/ui/message';

/** What the toolbar icon says of a tab. The title says it to those who do not see the badge. */
export interface Badge {
  readonly text: string;
  readonly title: string;
  readonly color: string;
}

/** Browsers show about four characters; two digits and a sign are sure to fit. */
const MAX_COUNT = 99;
/** Both dark enough for white text (contrast above 4.5). */
const COUNT_COLOR = '#1d5c7a';
const OFF_COLOR = '#5f6368';

export function badgeOf(state: number | 'off'): Badge {
  if (state === 'off') {
    return { text: t('badge_off'), title: t('badge_title_off'), color: OFF_COLOR };
  }
  return {
    text: state === 0 ? '' : state > MAX_COUNT ? `${MAX_COUNT}+` : String(state),
    title: state === 0 ? t('extension_name') : plural('badge_title_names', state),
    color: COUNT_COLOR,
  };
}
