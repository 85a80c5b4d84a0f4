import type { EntityCard } from '../core/facts/card';
import type { Claim, Evidence } from '../core/facts/pack-schema';
import { evidenceSpeaker, sourceDetails, sourceOf } from './claim-view';
import { strings } from './strings';

export interface ExcerptProps {
  readonly card: EntityCard;
  readonly evidence: Evidence;
}

/** The verbatim words, and under them where they stand. */
export function Excerpt({ card, evidence }: ExcerptProps) {
  const source = sourceOf(card, evidence.source);
  const speaker = evidenceSpeaker(card, evidence);
  const details = source ? sourceDetails(source) : [];
  return (
    <figure class="excerpt">
      <blockquote lang={source?.language} dir="auto">
        <p>
          “{evidence.exact}
          <span class="closing">”</span>
        </p>
      </blockquote>
      <figcaption>
        {speaker && <span class="attribution">{strings.card.attributedTo(speaker)}</span>}
        <cite lang={source?.language} dir="auto" title={source?.title}>
          {source?.title ?? strings.card.unknownSource}
        </cite>
        {details.length > 0 && <span class="source-details">{details.join(' · ')}</span>}
      </figcaption>
    </figure>
  );
}

/** The first excerpt of a claim, or the plain statement that there is none. */
export function FirstExcerpt({ card, claim }: { card: EntityCard; claim: Claim }) {
  const [evidence] = claim.evidence;
  return evidence ? (
    <Excerpt card={card} evidence={evidence} />
  ) : (
    <p class="no-excerpt">{strings.card.noExcerpt}</p>
  );
}
