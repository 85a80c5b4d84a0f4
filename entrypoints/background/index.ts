/**
 * The background: wiring only. Every listener is registered while it starts, because browsers
 * wake it for the events that it listened to at its last start and deliver them at once.
 */
import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '../../lib/messaging/serve';
import { badgeHandlers, startBadge } from './badge';
import { briefingHandlers } from './briefing';
import { clipHandlers, startClipping } from './clipping';
import { startCommands } from './commands';
import { driftHandlers } from './drift';
import { factHandlers, startFacts } from './facts';
import { languageHandlers, startLanguage } from './language';
import { largeListHandlers } from './large-lists';
import { libraryHandlers } from './library';
import { startMenus } from './menus';
import { muteHandlers, startMutes } from './mutes';
import { startOmnibox } from './omnibox';
import { ownFactHandlers } from './own-facts';
import { packEditHandlers } from './pack-edits';
import { packHandlers, startPacks } from './packs';
import { popoverHandlers, startMarks } from './popover-loader';
import { profileHandlers, startProfile } from './profile';
import { recentHandlers } from './recent';
import { startSwitches, switchHandlers } from './switches';
import { startSync, syncHandlers } from './sync';
import { startWelcome } from './welcome';

export default defineBackground(() => {
  serve({
    ...factHandlers,
    ...switchHandlers,
    ...muteHandlers,
    ...popoverHandlers,
    ...largeListHandlers,
    ...badgeHandlers,
    ...libraryHandlers,
    ...briefingHandlers,
    ...recentHandlers,
    ...languageHandlers,
    ...clipHandlers,
    ...ownFactHandlers,
    ...driftHandlers,
    ...packEditHandlers,
    ...packHandlers,
    ...profileHandlers,
    ...syncHandlers,
  });
  startLanguage();
  startSwitches();
  startMutes();
  startBadge();
  startCommands();
  startMarks();
  startMenus();
  startWelcome();
  startOmnibox();
  startFacts();
  startPacks();
  startClipping();
  startProfile();
  startSync();
});
