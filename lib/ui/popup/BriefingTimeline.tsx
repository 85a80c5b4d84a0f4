import { useState } from 'preact/hooks';
import type { Briefing } from '../../core/briefing/briefing-schema';
import type { EntityCard } from '../../core/facts/card';
import type { Claim } from '../../core/facts/pack-schema';
import { claimSpeaker } from '../claim-view';
import { formatDate } from '../format-date';
import { claimKindName } from '../kind-names';
import { plural, t } from '../message';
import { type DatedEntry, datedEntries } from './briefing-claims';
import type { PageName } from './page-names';
import type { Detail, PopupApi } from './popup-api';

/** The most telling ones; more push what comes below out of reach. */
const CLAIMS_AT_FIRST = 6;

export interface BriefingTimelineProps {
  readonly briefing: Briefing;
  readonly names: readonly PageName[];
  readonly hrefOf: PopupApi['hrefOf'];
  readonly onDetail: (detail: Detail) => void;
}

/** What is claimed of the page's names, in the order of time. */
export function BriefingTimeline({ briefing, names, hrefOf, onDetail }: BriefingTimelineProps) {
  const [all, setAll] = useState(false);
  const { sets, claims } = briefing;
  if (claims.length === 0) return null;
  const shown = all ? claims : claims.slice(0, CLAIMS_AT_FIRST);
  const named = new Set(names.flatMap(({ entities }) => entities.map(({ key }) => key)));
  const known = briefing.groups.filter(([thing]) => thing !== undefined && named.has(thing));
  const present = new Set([...named, ...known.flat()]);
  const entries = datedEntries(sets, shown, present);
  return (
    <section class="timeline" aria-labelledby="timeline-heading">
      <h2 class="group-heading" id="timeline-heading" tabIndex={-1}>
        {t('panel_timeline')}
      </h2>
      <ol>
        {entries.map((entry, index) => (
          <Entry
            key={entry.key}
            entry={entry}
            // A date is said once for all that happened then.
            isNewDate={entries[index - 1]?.date !== entry.date}
            onDetail={onDetail}
          />
        ))}
      </ol>
      {!all && claims.length > CLAIMS_AT_FIRST && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setAll(true);
            // The button goes; new claims stand among the others.
            document.getElementById('timeline-heading')?.focus({ preventScroll: true });
          }}
        >
          {plural('panel_more_claims', claims.length - CLAIMS_AT_FIRST)}
        </button>
      )}
      <p class="timeline-foot">
        <a href={hrefOf({ view: 'timeline' })} target="_blank" rel="noopener">
          {t('panel_open_timeline')}
        </a>
      </p>
    </section>
  );
}

interface EntryProps {
  readonly entry: DatedEntry;
  readonly isNewDate: boolean;
  readonly onDetail: (detail: Detail) => void;
}

function Entry({ entry, isNewDate, onDetail }: EntryProps) {
  const { card, date, detail } = entry;
  const { claim, responses } = entry.exchange;
  return (
    <li class="dated">
      <p class={isNewDate ? 'dated-when' : 'dated-when again'}>{formatDate(date)}</p>
      <button type="button" class="dated-claim" onClick={() => onDetail(detail)}>
        <Meta card={card} claim={claim} />
        <span class="dated-text" dir="auto">
          {claim.text}
        </span>
      </button>
      {responses.map((response) => (
        <p class="dated-answer" key={response.id} dir="auto">
          <Meta card={card} claim={response} lead={t('card_answered')} /> {response.text}
        </p>
      ))}
    </li>
  );
}

interface MetaProps {
  readonly card: EntityCard;
  readonly claim: Claim;
  readonly lead?: string;
}

/** The card's line over a claim, but for the date, which stands in the margin. */
function Meta({ card, claim, lead }: MetaProps) {
  return (
    <span class="meta">
      {lead !== undefined && <span>{lead}</span>}{' '}
      <span class="claim-kind">{claimKindName(claim.kind)}</span>{' '}
      <span class="speaker">
        <bdi>{claimSpeaker(card, claim) ?? t('card_no_speaker')}</bdi>
      </span>
    </span>
  );
}
