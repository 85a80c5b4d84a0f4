import { useState } from 'preact/hooks';
import type { Briefing } from '../../core/briefing/briefing-schema';
import { claimSpeaker } from '../claim-view';
import { formatDate } from '../format-date';
import { claimKindName } from '../kind-names';
import { plural, t } from '../message';
import { type DatedEntry, datedEntries } from './briefing-claims';
import type { PageName } from './page-names';
import type { Detail } from './popup-api';

/** The most telling ones; more push what comes below out of reach. */
const CLAIMS_AT_FIRST = 6;

export interface BriefingTimelineProps {
  readonly briefing: Briefing;
  readonly names: readonly PageName[];
  readonly onDetail: (detail: Detail) => void;
}

/** What is claimed of the page's names, in the order of time. */
export function BriefingTimeline({ briefing, names, onDetail }: BriefingTimelineProps) {
  const [all, setAll] = useState(false);
  const { sets, claims } = briefing;
  if (claims.length === 0) return null;
  const shown = all ? claims : claims.slice(0, CLAIMS_AT_FIRST);
  const present = new Set(names.flatMap(({ entities }) => entities.map(({ key }) => key)));
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
        <span class="dated-meta">
          <span class="claim-kind">{claimKindName(claim.kind)}</span>{' '}
          <bdi class="dated-speaker">{claimSpeaker(card, claim) ?? t('card_no_speaker')}</bdi>
        </span>
        <span class="dated-text" dir="auto">
          {claim.text}
        </span>
      </button>
      {responses.map((response) => (
        <p class="dated-answer" key={response.id} dir="auto">
          <span class="dated-meta">
            {t('card_answered')}{' '}
            <bdi class="dated-speaker">{claimSpeaker(card, response) ?? t('card_no_speaker')}</bdi>
          </span>{' '}
          {response.text}
        </p>
      ))}
    </li>
  );
}
