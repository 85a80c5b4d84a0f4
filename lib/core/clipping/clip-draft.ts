/**
 * A clipping that is not finished: the excerpt as it stands on the page, the source as the page
 * describes it, and the claim for the reader to write. What the page says is cleaned and
 * bounded; what was left out or could not be read is told.
 */
import * as v from 'valibot';
import { isEdtf } from '../facts/edtf';
import { type Claim, MAX_EXCERPT_CHARS, type Source } from '../facts/pack-schema';
import { cleanLine, cutTo, textProblem } from '../packs/text-hygiene';
import { cleanAddress, parseWebAddress } from '../packs/web-address';
import { describeSelection } from '../selectors/describe-selection';
import type { ExcerptSelectors } from '../selectors/selectors';
import { MAX_PASSAGE_CHARS } from './clip-form';
import { type ClipInput, ClipInputSchema } from './clip-input';

export type ClipNotice =
  /** The selection is longer than an excerpt may be; nothing can be saved before it is shortened. */
  | { readonly code: 'excerpt-too-long'; readonly length: number; readonly max: number }
  /** It holds characters that deceive whoever reads it. */
  | { readonly code: 'excerpt-deceives' }
  /** The same words with the same neighbours stand on the page several times. */
  | { readonly code: 'excerpt-not-unique' }
  /** The page calls an address of another site its own; the one that was opened is kept. */
  | { readonly code: 'canonical-elsewhere'; readonly url: string }
  /** It is no page of the web; the clipping will have no address. */
  | { readonly code: 'no-address' }
  | { readonly code: 'no-title' }
  | { readonly code: 'date-unreadable'; readonly text: string }
  /** So the sentence is offered in which the name stands. */
  | { readonly code: 'nothing-selected' };

export type DraftSource = Omit<Source, 'id' | 'stance' | 'translation'>;
export type DraftClaim = Pick<Claim, 'kind' | 'text' | 'entities' | 'speaker' | 'date'>;

export interface ClipDraft {
  readonly excerpt: ExcerptSelectors;
  readonly source: DraftSource;
  readonly claim: DraftClaim;
}

export interface DraftedClip {
  readonly draft: ClipDraft;
  readonly notices: readonly ClipNotice[];
}

const MAX_TITLE_CHARS = 300;
const MAX_NAME_CHARS = 200;

/** Null where nothing is selected, or the message is none. `today` is an ISO date. */
export function draftClip(message: unknown, today: string): DraftedClip | null {
  const parsed = v.safeParse(ClipInputSchema, message);
  if (!parsed.success) return null;
  const input = parsed.output;
  const end = Math.min(input.end, input.start + MAX_PASSAGE_CHARS);
  const described = describeSelection(input.text, input.start, end);
  if (!described) return null;
  const { selectors: excerpt, isUnique } = described;
  const notices: ClipNotice[] = [];
  if (excerpt.exact.length > MAX_EXCERPT_CHARS) {
    notices.push({
      code: 'excerpt-too-long',
      length: excerpt.exact.length,
      max: MAX_EXCERPT_CHARS,
    });
  }
  if (textProblem(excerpt.exact, 'exact')) notices.push({ code: 'excerpt-deceives' });
  if (!isUnique) notices.push({ code: 'excerpt-not-unique' });
  const source = sourceOf(input, today, notices);
  const claim: DraftClaim = {
    kind: 'statement',
    text: '',
    entities: [],
    speaker: { type: 'source' },
  };
  return { draft: { excerpt: harmless(excerpt), source, claim }, notices };
}

/** Context that would not be let in is left out; it is there to help, not to be quoted. */
function harmless(excerpt: ExcerptSelectors): ExcerptSelectors {
  const { prefix, suffix } = excerpt;
  return {
    ...excerpt,
    prefix: textProblem(prefix, 'prefix') ? '' : prefix,
    suffix: textProblem(suffix, 'suffix') ? '' : suffix,
  };
}

function sourceOf(input: ClipInput, today: string, notices: ClipNotice[]): DraftSource {
  const url = addressOf(input, notices);
  const given = line(input.title, MAX_TITLE_CHARS);
  if (given === '') notices.push({ code: 'no-title' });
  const title = given !== '' ? given : (url ?? '').replace(/^https?:\/\//, '');
  const publisher = line(input.siteName, MAX_NAME_CHARS);
  const author = line(input.byline?.replace(/^\s*by\s+/i, ''), MAX_NAME_CHARS);
  const date = dateOf(input.published, notices);
  return {
    ...(url !== null && { url }),
    retrieved: today,
    title: cutTo(title, MAX_TITLE_CHARS),
    ...(publisher !== '' && { publisher }),
    ...(author !== '' && { author }),
    ...(date !== null && { published: { date, basis: 'stated' as const } }),
    language: languageOf(input.lang),
  };
}

/** The canonical address, where it is of the site that was opened: a page may not speak for another. */
function addressOf({ url = '', canonical = '' }: ClipInput, notices: ClipNotice[]): string | null {
  const opened = parseWebAddress(url);
  if (!opened) {
    notices.push({ code: 'no-address' });
    return null;
  }
  const named = canonical === '' ? null : parseWebAddress(canonical);
  if (named && siteOf(named) === siteOf(opened)) return cleanAddress(canonical);
  if (named) notices.push({ code: 'canonical-elsewhere', url: named.href });
  return cleanAddress(url);
}

function siteOf({ host }: URL): string {
  return host.replace(/^www\./, '');
}

/** The day of a date as pages write it for machines; anything else would be a guess. */
function dateOf(published: string | undefined, notices: ClipNotice[]): string | null {
  const text = cleanLine(published ?? '');
  if (text === '') return null;
  const [day] = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T ])/.exec(text) ?? [];
  if (day !== undefined && isEdtf(day)) return day;
  notices.push({ code: 'date-unreadable', text: cutTo(text, 100) });
  return null;
}

function languageOf(lang: string | undefined): string {
  const tag = cleanLine(lang ?? '').replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) && tag.length <= 35 ? tag : 'und';
}

function line(text: string | undefined, max: number): string {
  const cleaned = cutTo(cleanLine((text ?? '').replace(/\p{Surrogate}/gu, '')), max).trim();
  return textProblem(cleaned, 'title') ? '' : cleaned;
}
