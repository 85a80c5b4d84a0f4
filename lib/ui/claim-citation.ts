import {
  type CitedClaim,
  type CitedExcerpt,
  markdownCitation,
  plainCitation,
} from '../core/citation/citation';
import { cslItem } from '../core/citation/csl';
import { quotationLink } from '../core/citation/quotation-link';
import type { EntityCard } from '../core/facts/card';
import type { Claim, Evidence } from '../core/facts/pack-schema';
import { quotedSpeaker, sourceOf, translationRemark } from './claim-view';
import { formatDate } from './format-date';
import { t } from './message';

export type CitationFormat = 'plain' | 'markdown' | 'csl';

/** All excerpts of a claim with their sources, ready to be pasted into a text. */
export function citationOf(card: EntityCard, claim: Claim, format: CitationFormat): string {
  if (format === 'csl') return `${JSON.stringify(cslItems(card, claim), null, 2)}\n`;
  const cited: CitedClaim = {
    text: claim.text,
    excerpts: claim.evidence.map((evidence) => citedExcerpt(card, claim, evidence)),
  };
  return format === 'plain' ? plainCitation(cited) : markdownCitation(cited);
}

function citedExcerpt(card: EntityCard, claim: Claim, evidence: Evidence): CitedExcerpt {
  const source = sourceOf(card, evidence.source);
  return {
    exact: evidence.exact,
    speaker: quotedSpeaker(card, evidence.speaker ?? claim.speaker),
    author: source?.author ?? null,
    title: source?.title ?? t('card_unknown_source'),
    publisher: source?.publisher ?? null,
    date: source?.published ? formatDate(source.published.date) : null,
    remark: source ? translationRemark(source) : null,
    address: quotationLink(source?.url, evidence),
  };
}

function cslItems(card: EntityCard, claim: Claim) {
  const quoted = new Set(claim.evidence.map(({ source }) => source));
  return [...quoted].flatMap((id) => {
    const source = sourceOf(card, id);
    const evidence = claim.evidence.filter((each) => each.source === id);
    return source ? [cslItem(source, evidence, translationRemark(source))] : [];
  });
}
