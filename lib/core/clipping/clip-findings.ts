/**
 * What is known already of what a clipping says, before it is saved: the same words, the same
 * passage, and claims about the same with another figure or date. Findings for a reader to
 * look at; none of them keeps a clipping from being saved.
 */
import { edtfBounds } from '../facts/edtf';
import { findFigures, isAsserted } from '../facts/figures';
import type { ClaimKey, EntityKey } from '../facts/keys';
import type { Claim, Source } from '../facts/pack-schema';
import { cleanAddress } from '../packs/web-address';
import { normaliseSpaces } from '../selectors/normalise-spaces';
import type { ClipDraft } from './clip-draft';

/** A claim as the store knows it, with the sources that it quotes. */
export interface KnownClaim {
  readonly key: ClaimKey;
  readonly claim: Claim;
  /** EntityKeys; the claim's own ids are unique in its pack only. */
  readonly entities: readonly EntityKey[];
  readonly sources: readonly Source[];
}

export type ClipFinding =
  | { readonly type: 'same-words'; readonly key: ClaimKey }
  | { readonly type: 'same-passage'; readonly key: ClaimKey }
  | {
      readonly type: 'other-figure';
      readonly key: ClaimKey;
      readonly known: readonly string[];
      readonly drafted: readonly string[];
    }
  | {
      readonly type: 'other-date';
      readonly key: ClaimKey;
      readonly known: string;
      readonly drafted: string;
    };

const ORDER: readonly ClipFinding['type'][] = [
  'same-words',
  'same-passage',
  'other-figure',
  'other-date',
];
/** More are not read. */
const MAX_FINDINGS = 20;

/** `entities` are the keys of those that the draft is about; its own list holds ids. */
export function clipFindings(
  draft: ClipDraft,
  entities: readonly EntityKey[],
  known: readonly KnownClaim[],
): ClipFinding[] {
  return known
    .flatMap((one) => findingOf(draft, entities, one) ?? [])
    .sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))
    .slice(0, MAX_FINDINGS);
}

/** The gravest only: who has clipped the same words need not hear that the figures differ. */
function findingOf(
  draft: ClipDraft,
  entities: readonly EntityKey[],
  known: KnownClaim,
): ClipFinding | null {
  const { key, claim } = known;
  const words = wordsOf(draft.excerpt.exact);
  if (claim.evidence.some(({ exact }) => wordsOf(exact) === words)) {
    return { type: 'same-words', key };
  }
  if (claim.evidence.some((evidence) => isSamePassage(draft, evidence, known.sources))) {
    return { type: 'same-passage', key };
  }
  const isAboutSame = claim.kind === draft.claim.kind && sharesOne(entities, known.entities);
  return isAboutSame ? contradiction(draft, known) : null;
}

function isSamePassage(
  { excerpt, source }: ClipDraft,
  evidence: Claim['evidence'][number],
  sources: readonly Source[],
): boolean {
  const other = sources.find(({ id }) => id === evidence.source);
  if (source.url === undefined || other?.url === undefined) return false;
  if (cleanAddress(source.url) !== cleanAddress(other.url)) return false;
  // The page may have changed in between, so offsets alone prove nothing.
  const [a, b] = [wordsOf(excerpt.exact), wordsOf(evidence.exact)];
  if (a.includes(b) || b.includes(a)) return true;
  const overlap = Math.min(excerpt.end, evidence.end) - Math.max(excerpt.start, evidence.start);
  return overlap > 0 && sharesWords(excerpt, evidence);
}

/** Whether what both spans cover reads the same in both. */
function sharesWords(
  a: { readonly exact: string; readonly start: number },
  b: { readonly exact: string; readonly start: number },
): boolean {
  const from = Math.max(a.start, b.start);
  const to = Math.min(a.start + a.exact.length, b.start + b.exact.length);
  return (
    a.exact.slice(from - a.start, to - a.start) === b.exact.slice(from - b.start, to - b.start)
  );
}

function contradiction(
  { claim: drafted, excerpt }: ClipDraft,
  known: KnownClaim,
): ClipFinding | null {
  const { key, claim } = known;
  const text = drafted.text === '' ? excerpt.exact : drafted.text;
  const [mine, theirs] = [figuresOf(text), figuresOf(claim.text)];
  if (mine.length > 0 && theirs.length > 0 && !sharesOne(valuesOf(mine), valuesOf(theirs))) {
    const texts = (figures: typeof mine): string[] => figures.map((figure) => figure.text);
    return { type: 'other-figure', key, known: texts(theirs), drafted: texts(mine) };
  }
  if (!drafted.date || !claim.date) return null;
  const [a, b] = [edtfBounds(drafted.date.date), edtfBounds(claim.date.date)];
  if (!a || !b || !areApart(a, b)) return null;
  return { type: 'other-date', key, known: claim.date.date, drafted: drafted.date.date };
}

/** An open end reaches for ever. */
function areApart(
  a: { readonly first: string; readonly last: string },
  b: { readonly first: string; readonly last: string },
): boolean {
  const isBefore = (last: string, first: string): boolean =>
    last !== '' && first !== '' && last < first;
  return isBefore(a.last, b.first) || isBefore(b.last, a.first);
}

function figuresOf(text: string) {
  return findFigures(text).filter(isAsserted);
}

function valuesOf(figures: readonly { readonly value: string }[]): string[] {
  return figures.map(({ value }) => value);
}

function sharesOne(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one));
}

function wordsOf(text: string): string {
  return normaliseSpaces(text).text.trim();
}
