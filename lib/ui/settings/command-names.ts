import { t } from '../message';

/** What a keyboard command does; its name is the manifest's. */
export function commandName(command: string): string {
  switch (command) {
    case '_execute_action':
      return t('command_open');
    case 'toggle-site':
      return t('command_toggle_site');
    case 'next-mention':
      return t('command_next');
    case 'previous-mention':
      return t('command_previous');
    case 'clip':
      return t('clip_menu');
    default:
      return command;
  }
}
