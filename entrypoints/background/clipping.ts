/** From selected words to a claim of the reader's own: reading the page, the window, saving. */
import { browser } from 'wxt/browser';
import { draftClip } from '../../lib/core/clipping/clip-draft';
import { clipFindings } from '../../lib/core/clipping/clip-findings';
import { formOfDraft } from '../../lib/core/clipping/clip-form-of';
import { draftOf } from '../../lib/core/clipping/clip-records';
import type { Handlers } from '../../lib/messaging/serve';
import {
  forgetPendingClip,
  type PendingClip,
  readPendingClip,
  writePendingClip,
} from '../../lib/storage/pending-clips';
import { readKnownClaims } from '../../lib/storage/read-known-claims';
import { openFacts } from './facts';
import { saveClaim, saveName } from './own-facts';
import { readTab } from './page-reading';

const WINDOW = { width: 640, height: 820 };

interface ClipPlace {
  readonly id?: number | undefined;
  readonly incognito: boolean;
}

export const clipHandlers: Pick<
  Handlers,
  'openClip' | 'discardClip' | 'getClipFindings' | 'saveClip' | 'saveOwnName'
> = {
  async openClip({ clip, keep }) {
    const pending = await readPendingClip(clip);
    if (!pending) return { state: 'gone' };
    if (pending.state !== 'ask') return pending;
    if (!keep) return { state: 'ask' };
    const read = await readClip(pending.tab, pending.frame);
    await writePendingClip(clip, read);
    return read.state === 'ask' ? { state: 'unreadable' } : read;
  },
  async discardClip({ clip }) {
    await forgetPendingClip(clip);
    return {};
  },
  async getClipFindings({ form, claim }) {
    const names = form.entities.flatMap((one) => (one.type === 'known' ? [one.key] : []));
    const known = await readKnownClaims(await openFacts(), names);
    const others = known.filter(({ known: { key } }) => key !== claim);
    const draft = draftOf(form, [], { type: 'source' });
    const findings = clipFindings(
      draft,
      names,
      others.map((one) => one.known),
    );
    return {
      findings: findings.map((finding) => {
        const found = others.find((one) => one.known.key === finding.key);
        return {
          finding: structuredClone(finding) as never,
          text: found?.known.claim.text ?? '',
          pack: found?.pack ?? '',
        };
      }),
    };
  },
  async saveClip({ form, clip, claim }) {
    const saved = await saveClaim(form, claim);
    if (saved.ok && clip !== null) await forgetPendingClip(clip);
    return saved;
  },
  async saveOwnName({ name, clip, entity }) {
    const saved = await saveName(name, entity);
    if (saved.ok && clip !== null) await forgetPendingClip(clip);
    return saved;
  },
};

/** Opens a window for what is selected there. `frame`: null where it is not known which is meant. */
export async function clipFrom(tab: ClipPlace, frame: number | null): Promise<void> {
  if (tab.id === undefined) return;
  const clip = crypto.randomUUID();
  // Of a private window nothing is read before the reader says that it may be kept.
  const pending: PendingClip = tab.incognito
    ? { state: 'ask', tab: tab.id, frame }
    : await readClip(tab.id, frame);
  await writePendingClip(clip, pending);
  await browser.windows.create({
    url: browser.runtime.getURL(`/clip.html#${clip}`),
    type: 'popup',
    incognito: false,
    ...WINDOW,
  });
}

async function readClip(tab: number, frame: number | null): Promise<PendingClip> {
  const readings = await readTab(tab, frame);
  if (!readings) return { state: 'unreadable' };
  const selected = readings.filter((reading) => reading.selected !== null);
  const meant = selected.find(({ hasFocus }) => hasFocus) ?? selected[0];
  if (!meant) return { state: 'nothing' };
  const today = new Date().toISOString().slice(0, 10);
  const drafted = draftClip({ ...meant, ...meant.selected }, today);
  if (!drafted) return { state: 'nothing' };
  return { state: 'drafted', form: formOfDraft(drafted.draft), notices: [...drafted.notices] };
}
