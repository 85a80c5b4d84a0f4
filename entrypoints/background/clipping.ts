/** From selected words to a claim of the reader's own: reading the page, the window, saving. */
import { browser } from 'wxt/browser';
import { draftClip } from '../../lib/core/clipping/clip-draft';
import { clipFindings } from '../../lib/core/clipping/clip-findings';
import { type ChosenEntity, MAX_PASSAGE_CHARS } from '../../lib/core/clipping/clip-form';
import { formOfDraft } from '../../lib/core/clipping/clip-form-of';
import { draftOf } from '../../lib/core/clipping/clip-records';
import type { EntityCard } from '../../lib/core/facts/card';
import { describeSelection } from '../../lib/core/selectors/describe-selection';
import { sentenceAround, widerPassage } from '../../lib/core/selectors/passage-around';
import { CallError } from '../../lib/messaging/call-error';
import type { Handlers } from '../../lib/messaging/serve';
import {
  type ClipAbout,
  forgetPendingClip,
  forgetPrivateClips,
  type PendingClip,
  readPendingClip,
  writePendingClip,
} from '../../lib/storage/pending-clips';
import { readCard } from '../../lib/storage/read-facts';
import { readKnownClaims } from '../../lib/storage/read-known-claims';
import { readNameTwins } from '../../lib/storage/read-name-twins';
import { openFacts } from './facts';
import { saveClaim, saveForm, saveName } from './own-facts';
import { type PageReading, readTab } from './page-reading';
import { onLastPrivateWindowClosed } from './tabs';

const NOTHING_KNOWN: ClipAbout = { entity: null, place: null };

const WINDOW = { width: 640, height: 820 };

interface ClipPlace {
  readonly id?: number | undefined;
  readonly incognito: boolean;
}

export const clipHandlers: Pick<
  Handlers,
  | 'beginClip'
  | 'clipTab'
  | 'openClip'
  | 'discardClip'
  | 'getClipFindings'
  | 'findNameTwins'
  | 'saveClip'
  | 'saveOwnName'
  | 'saveOwnForm'
> = {
  async beginClip(about, { tab, frameId }) {
    if (tab?.id === undefined || frameId === undefined) {
      throw new CallError('not-allowed', 'Only for frames of pages.');
    }
    // A reader presses a button in what is before them.
    const { active } = await browser.tabs.get(tab.id);
    if (!active) throw new CallError('not-allowed', 'Only for the tab in front.');
    await clipFrom(tab, frameId, about);
    return {};
  },
  async clipTab({ tab }) {
    await clipFrom(await browser.tabs.get(tab), null);
    return {};
  },
  async openClip({ clip, keep }) {
    const pending = await readPendingClip(clip);
    if (!pending) return { state: 'gone' };
    if (pending.state !== 'ask') return pending;
    if (!keep) return { state: 'ask' };
    const read = await readClip(pending.tab, pending.frame, pending.about);
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
  async findNameTwins({ forms, entity }) {
    return { twins: await readNameTwins(await openFacts(), forms, entity) };
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
  async saveOwnForm({ form, entity, clip }) {
    const saved = await saveForm(form, entity);
    if (saved.ok && clip !== null) await forgetPendingClip(clip);
    return saved;
  },
};

export function startClipping(): void {
  onLastPrivateWindowClosed(() => void forgetPrivateClips());
}

/** Opens a window for what is selected there. `frame`: null where it is not known which is meant. */
export async function clipFrom(
  tab: ClipPlace,
  frame: number | null,
  about = NOTHING_KNOWN,
): Promise<void> {
  if (tab.id === undefined) return;
  const clip = crypto.randomUUID();
  // Of a private window nothing is read before the reader says that it may be kept.
  const pending: PendingClip = tab.incognito
    ? { state: 'ask', tab: tab.id, frame, about }
    : await readClip(tab.id, frame, about);
  await writePendingClip(clip, pending);
  await browser.windows.create({
    url: browser.runtime.getURL(`/clip.html#${clip}`),
    type: 'popup',
    incognito: false,
    ...WINDOW,
  });
}

async function readClip(tab: number, frame: number | null, about: ClipAbout): Promise<PendingClip> {
  const readings = await readTab(tab, frame);
  if (!readings) return { state: 'unreadable' };
  const passage = selectedIn(readings) ?? aroundPlace(readings, about.place);
  if (!passage) return { state: 'nothing' };
  const { reading, span, isOffered } = passage;
  const today = new Date().toISOString().slice(0, 10);
  const drafted = draftClip({ ...reading, ...span }, today);
  if (!drafted) return { state: 'nothing' };
  const entity = about.entity === null ? null : await readCard(await openFacts(), about.entity);
  const form = formOfDraft(drafted.draft);
  return {
    state: 'drafted',
    form: { ...form, entities: entity ? [chosen(entity)] : [] },
    notices: [...(isOffered ? [{ code: 'nothing-selected' as const }] : []), ...drafted.notices],
    paragraph: isOffered ? paragraphOf(reading, span) : null,
  };
}

interface Passage {
  readonly reading: PageReading;
  readonly span: Span;
  /** The reader has not selected it. */
  readonly isOffered: boolean;
}
type Span = NonNullable<PageReading['selected']>;

function selectedIn(readings: readonly PageReading[]): Passage | null {
  const selected = readings.filter((reading) => reading.selected !== null);
  const reading = selected.find(({ hasFocus }) => hasFocus) ?? selected[0];
  return reading?.selected ? { reading, span: reading.selected, isOffered: false } : null;
}

function aroundPlace(readings: readonly PageReading[], number: number | null): Passage | null {
  const reading = readings.find(({ place }) => place !== null && place.number === number);
  if (!reading?.place) return null;
  const { text, lang, place } = reading;
  return { reading, span: sentenceAround(text, place, lang), isOffered: true };
}

/** Null where the sentence is the whole of it, or it is too long to be of use. */
function paragraphOf({ text }: PageReading, sentence: Span) {
  const wider = widerPassage(text, sentence, MAX_PASSAGE_CHARS);
  return wider && (describeSelection(text, wider.start, wider.end)?.selectors ?? null);
}

function chosen({ key, entity: { label, kind } }: EntityCard): ChosenEntity {
  return { type: 'known', key, label, kind };
}
