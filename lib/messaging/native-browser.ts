/**
 * What `wxt/browser` is in scripts that run in pages: the browser's own object, without the
 * polyfill. There every byte counts, and of what the polyfill mends (answers to messages given
 * as promises) a page script uses nothing. The build puts it in; see lib/tools/page-scripts.ts.
 */
import type { browser as polyfilled } from 'wxt/browser';

type BrowserApi = typeof polyfilled;

const globals = globalThis as unknown as { chrome?: BrowserApi };

/**
 * Both browsers have it, and promises with it. `browser` Chromium may lack, and then a page could
 * put a frame of that name in its place.
 */
export const browser = globals.chrome as BrowserApi;
