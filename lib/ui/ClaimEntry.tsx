import type { EntityCard } from '../core/facts/card';
import type { Claim } from '../core/facts/pack-schema';
import { claimSpeaker, corroborationText, linkedClaims } from './claim-view';
import { Excerpt, FirstExcerpt } from './Excerpt';
import { formatDate } from './format-date';
import { strings } from './strings';
import { useReveal } from './use-reveal';

export interface ClaimEntryProps {
  readonly card: EntityCard;
  readonly claim: Claim;
  /** The claim that the reader was looking for. */
  readonly sought: boolean;
}

/** One claim with all that it must not be read without: speaker, words, doubts, answers. */
export function ClaimEntry({ card, claim, sought }: ClaimEntryProps) {
  const { conflicts, responses, answered } = linkedClaims(card, claim);
  return (
    <li class={sought ? 'claim sought' : 'claim'}>
      {conflicts.length > 0 ? (
        <Conflict card={card} claim={claim} conflicts={conflicts} />
      ) : (
        <>
          <ClaimMeta card={card} claim={claim} />
          <p class="claim-text">{claim.text}</p>
          <Excerpts card={card} claim={claim} />
        </>
      )}
      {claim.evidence.length > 0 && (
        <p class="corroboration">{corroborationText(card.corroboration[claim.id])}</p>
      )}
      {claim.notes.map((note) => (
        <p class="note" key={note.text}>
          <b>{strings.noteKinds[note.kind]}.</b> {note.text}
        </p>
      ))}
      {answered && <LinkedClaim card={card} claim={answered} heading={strings.card.inAnswerTo} />}
      {responses.map((response) => (
        <LinkedClaim
          key={response.id}
          card={card}
          claim={response}
          heading={strings.card.answered}
        />
      ))}
    </li>
  );
}

function ClaimMeta({ card, claim }: { card: EntityCard; claim: Claim }) {
  const speaker = claimSpeaker(card, claim);
  return (
    <p class="meta">
      <span class="claim-kind">{strings.claimKinds[claim.kind]}</span>
      {speaker && <span class="speaker">{speaker}</span>}
      {claim.date && (
        <span class="date" title={claim.date.why}>
          {formatDate(claim.date.date)}
          {claim.date.basis === 'inferred' && <i> ({strings.dates.inferred})</i>}
        </span>
      )}
    </p>
  );
}

/** More than two excerpts wait behind a button, so that one claim does not fill the card. */
const EXCERPTS_AT_FIRST = 2;

function Excerpts({ card, claim }: { card: EntityCard; claim: Claim }) {
  const { all, reveal, list } = useReveal<HTMLDivElement>(EXCERPTS_AT_FIRST);
  if (claim.evidence.length === 0) return <FirstExcerpt card={card} claim={claim} />;
  const shown = all ? claim.evidence : claim.evidence.slice(0, EXCERPTS_AT_FIRST);
  const hidden = claim.evidence.length - shown.length;
  return (
    <>
      <div ref={list}>
        {shown.map((evidence) => (
          <Excerpt key={`${evidence.source} ${evidence.start}`} card={card} evidence={evidence} />
        ))}
      </div>
      {hidden > 0 && (
        <button type="button" class="quiet" onClick={reveal}>
          {strings.card.moreExcerpts(hidden)}
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
  return (
    <div class="conflict">
      <div class="side">
        <h4>{strings.card.thisClaim}</h4>
        <BriefClaim card={card} claim={claim} />
      </div>
      <div class="side">
        <h4>{strings.card.conflictsWith}</h4>
        {conflicts.map((other) => (
          <BriefClaim key={other.id} card={card} claim={other} />
        ))}
      </div>
    </div>
  );
}

/** A claim beside or under another one: its first excerpt stands for all. */
function BriefClaim({ card, claim }: { card: EntityCard; claim: Claim }) {
  return (
    <div class="brief">
      <ClaimMeta card={card} claim={claim} />
      <p class="claim-text">{claim.text}</p>
      <FirstExcerpt card={card} claim={claim} />
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
      <BriefClaim card={card} claim={claim} />
    </div>
  );
}
