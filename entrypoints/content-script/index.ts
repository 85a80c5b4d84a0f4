/**
 * Runs in every frame of every page. Reads the site's switch and, where it is off, does nothing
 * more than listen for a change of it.
 *
 * Not one of WXT's content scripts but a plain script named in the manifest: their context
 * announces itself by an event on the page's document, by which any page could detect us.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isReadableDocument } from '../../lib/page/frame';
import { startFrame } from './frame-controller';

export default defineUnlistedScript(() => {
  if (isReadableDocument()) void startFrame();
});
