/**
 * The background: wiring only. Every listener is registered while it starts, because browsers
 * wake it for the events that it listened to at its last start and deliver them at once.
 */
import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '../../lib/messaging/serve';
import { badgeHandlers, startBadge } from './badge';
import { startCommands } from './commands';
import { factHandlers, startFacts } from './facts';
import { largeListHandlers } from './large-lists';
import { startMenus } from './menus';
import { muteHandlers, startMutes } from './mutes';
import { popoverHandlers } from './popover-loader';
import { startSwitches, switchHandlers } from './switches';

export default defineBackground(() => {
  serve({
    ...factHandlers,
    ...switchHandlers,
    ...muteHandlers,
    ...popoverHandlers,
    ...largeListHandlers,
    ...badgeHandlers,
  });
  startSwitches();
  startMutes();
  startBadge();
  startCommands();
  startMenus();
  startFacts();
});
