import type { EntityCard } from '../core/facts/card';
import type { Exchange } from '../core/facts/exchanges';
import type { Claim } from '../core/facts/pack-schema';
import { ClaimMeta } from './ClaimMeta';
import { ClaimTools } from './ClaimTools';
import { corroborationText } from './claim-view';
import { Excerpt } from './Excerpt';
import { noteKindName } from './kind-names';
import { plural, t } from './message';
import { useReveal } from './use-reveal';

export interface ClaimEntryProps {
  readonly card: EntityCard;
  readonly exchange: Exchange;
  /** It holds the claim that the reader was looking for. */
  readonly sought: boolean;
}

/** One claim with all that it must not be read without: speaker, words, doubts, answers. */
export function ClaimEntry({ card, exchange, sought }: ClaimEntryProps) {
  const { claim, conflicts, responses, answered } = exchange;
  return (
    <li class={sought ? 'claim sought' : 'claim'}>
      {conflicts.length > 0 ? (
        <Conflict card={card} claim={claim} conflicts={conflicts} />
      ) : (
        <ClaimBody card={card} claim={claim} />
      )}
      {answered && <LinkedClaim card={card} claim={answered} heading={t('card_in_answer_to')} />}
      {responses.map((response) => (
        <LinkedClaim key={response.id} card={card} claim={response} heading={t('card_answered')} />
      ))}
    </li>
  );
}

interface ClaimBodyProps {
  readonly card: EntityCard;
  readonly claim: Claim;
  /** Beside or under another claim, where there is less room. */
  readonly brief?: boolean;
}

function ClaimBody({ card, claim, brief = false }: ClaimBodyProps) {
  return (
    <div class={brief ? 'brief' : ''}>
      <ClaimMeta card={card} claim={claim} />
      <p class="claim-text" dir="auto">
        {claim.text}
      </p>
      <div class="claim-grounds">
        <Excerpts card={card} claim={claim} shownAtFirst={brief ? 1 : EXCERPTS_AT_FIRST} />
        {claim.notes.map((note) => (
          <p class="note" key={note.text}>
            <b>{noteKindName(note.kind)}</b> <bdi>{note.text}</bdi>
          </p>
        ))}
        <ClaimTools card={card} claim={claim}>
          {claim.evidence.length > 0 && corroborationText(card.corroboration[claim.id])}
        </ClaimTools>
      </div>
    </div>
  );
}

/** More than two excerpts wait behind a button, so that one claim does not fill the card. */
const EXCERPTS_AT_FIRST = 2;

interface ExcerptsProps {
  readonly card: EntityCard;
  readonly claim: Claim;
  readonly shownAtFirst: number;
}

function Excerpts({ card, claim, shownAtFirst }: ExcerptsProps) {
  const { shown, reveal, list } = useReveal<HTMLDivElement>(shownAtFirst);
  if (claim.evidence.length === 0) return <p class="no-excerpt">{t('card_no_excerpt')}</p>;
  const hidden = claim.evidence.length - shown;
  return (
    <>
      <div ref={list}>
        {claim.evidence.slice(0, shown).map((evidence) => (
          <Excerpt key={`${evidence.source} ${evidence.start}`} card={card} evidence={evidence} />
        ))}
      </div>
      {hidden > 0 && (
        <button type="button" class="quiet" onClick={reveal}>
          {plural('card_more_excerpts', hidden)}
        </button>
      )}
    </>
  );
}

interface ConflictProps {
  readonly card: EntityCard;
  readonly claim: Claim;
  readonly conflicts: readonly Claim[];
}

/** Two versions side by side, each in its source's words; neither is preferred. */
function Conflict({ card, claim, conflicts }: ConflictProps) {
  const [first, ...further] = conflicts;
  return (
    <div class="conflict">
      <div class="side">
        <h4>{t('card_this_claim')}</h4>
        <ClaimBody card={card} claim={claim} brief />
      </div>
      <div class="side">
        <h4>{t('card_conflicts_with')}</h4>
        {first && <ClaimBody card={card} claim={first} brief />}
        {further.length > 0 && (
          <div class="further-conflicts">
            {further.map((other) => (
              <ClaimBody key={other.id} card={card} claim={other} brief />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

interface LinkedClaimProps {
  readonly card: EntityCard;
  readonly claim: Claim;
  readonly heading: string;
}

function LinkedClaim({ card, claim, heading }: LinkedClaimProps) {
  return (
    <div class="linked">
      <h4>{heading}</h4>
      <ClaimBody card={card} claim={claim} brief />
    </div>
  );
}
