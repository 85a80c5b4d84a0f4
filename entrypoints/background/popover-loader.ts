/** Brings into a frame what it asks for: the popover's code, and the look of marks. */
import { browser } from 'wxt/browser';
import { markStyle } from '../../lib/core/settings/mark-style';
import { MARK_LOOKS, type MarkLook, parseSettings } from '../../lib/core/settings/settings';
import type { Handlers, Sender } from '../../lib/messaging/serve';
import { readSettings, SETTINGS_KEY } from '../../lib/storage/settings-store';
import { createTurnsByKey } from './in-turn';
import { isOnInTab } from './switches';

type PageScript = '/popover.js' | '/large-lists.js' | '/density.js';

/** A document where the browser tells them apart: what is meant for one is not for the next. */
type Frames = { readonly tabId: number } & (
  | { readonly frameIds: number[] }
  | { readonly documentIds: string[] }
);

/** A look that is still on its way in must not come after it was to go. */
const inTurn = createTurnsByKey();

export const popoverHandlers: Pick<Handlers, 'loadPopover' | 'showMarks'> = {
  loadPopover: (_params, sender) => injectInto(sender, '/popover.js'),

  async showMarks({ shown }, sender) {
    const frame = frameOf(sender);
    await inTurn(JSON.stringify(frame), () => (shown ? show(frame) : undress(frame, MARK_LOOKS)));
    return {};
  },
};

/** What the reader chooses is seen at once in every open page. */
export function startMarks(): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[SETTINGS_KEY];
    if (area !== 'local' || !change) return;
    const before = parseSettings(change.oldValue);
    const now = parseSettings(change.newValue);
    if (before.look !== now.look || before.density !== now.density) void showAll();
  });
}

async function showAll(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.all(
    tabs.map(async (tab) => {
      if (tab.id === undefined || (await isOnInTab(tab)) !== true) return;
      try {
        const frameIds = await framesWithMarks(tab.id);
        if (frameIds.length > 0) await show({ tabId: tab.id, frameIds });
      } catch {
        // A page of the browser's own, or one that closed meanwhile.
      }
    }),
  );
}

/** As the frames themselves have it: what they count leaves out marks that are hidden now. */
async function framesWithMarks(tabId: number): Promise<number[]> {
  const answers = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => CSS.highlights.has('glossator-mention'),
  });
  return answers.flatMap(({ frameId, result }) => (result === true ? [frameId] : []));
}

/** First those that are not wanted go, so that nobody sees them. */
async function show(frames: Frames): Promise<void> {
  const { density } = await readSettings();
  if (density !== 'all') await inject(frames, '/density.js');
  await dress(frames);
}

/** Gives the frames the chosen look, also where another one is chosen meanwhile. */
async function dress(frames: Frames): Promise<void> {
  const { look } = await readSettings();
  await undress(
    frames,
    MARK_LOOKS.filter((other) => other !== look),
  );
  await browser.scripting.insertCSS(styleFor(frames, look));
  if ((await readSettings()).look !== look) await dress(frames);
}

async function undress(frames: Frames, looks: readonly MarkLook[]): Promise<void> {
  await Promise.all(looks.map((look) => browser.scripting.removeCSS(styleFor(frames, look))));
}

/** As the user's own style, which no page can overrule. */
function styleFor(target: Frames, look: MarkLook) {
  return { target, css: markStyle(look), origin: 'USER' as const };
}

/** Runs one of our scripts in the frame that called. */
export async function injectInto(sender: Sender, file: PageScript): Promise<Record<string, never>> {
  await inject(frameOf(sender), file);
  return {};
}

async function inject(target: Frames, file: PageScript): Promise<void> {
  await browser.scripting.executeScript({ target, files: [file] });
}

function frameOf({ tab, frameId, documentId }: Sender): Frames {
  if (tab?.id === undefined || frameId === undefined) throw new Error('Only for frames of pages.');
  if (import.meta.env.CHROME && documentId !== undefined) {
    return { tabId: tab.id, documentIds: [documentId] };
  }
  return { tabId: tab.id, frameIds: [frameId] };
}
