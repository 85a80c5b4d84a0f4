import type { SwitchState } from '../../core/sites/site-switch';
import { t } from '../message';

/** The two choices for a site. */
export function shownOrNot(): readonly { readonly value: SwitchState; readonly label: string }[] {
  return [
    { value: 'on', label: t('options_shown') },
    { value: 'off', label: t('options_not_shown') },
  ];
}
