import type { Briefing } from '../../core/briefing/briefing-schema';
import { claimSpeaker } from '../claim-view';
import { aside } from '../format-aside';
import { formatDate } from '../format-date';
import { relationName } from '../kind-names';
import { plural, t } from '../message';
import { useReveal } from '../use-reveal';
import { findClaim } from './briefing-claims';
import type { PageName } from './page-names';
import type { Detail } from './popup-api';

const RELATIONS_AT_FIRST = 5;

export interface BriefingRelationsProps {
  readonly briefing: Briefing;
  readonly names: readonly PageName[];
  readonly onDetail: (detail: Detail) => void;
}

/** How the names of the page are connected, each connection with the claim that it rests on. */
export function BriefingRelations({ briefing, names, onDetail }: BriefingRelationsProps) {
  const { shown, reveal, list } = useReveal<HTMLUListElement>(RELATIONS_AT_FIRST);
  const labels = new Map(
    names.flatMap(({ entities }) => entities.map(({ key, label }) => [key, label] as const)),
  );
  const lines = briefing.relations.flatMap((line) => {
    const [from, to] = [labels.get(line.from), labels.get(line.to)];
    return from === undefined || to === undefined
      ? []
      : [{ ...line, fromLabel: from, toLabel: to }];
  });
  if (lines.length === 0) return null;
  return (
    <section class="relations" aria-labelledby="relations-heading">
      <h2 class="group-heading" id="relations-heading">
        {t('panel_relations')}
      </h2>
      <ul ref={list}>
        {lines.slice(0, shown).map(({ from, to, fromLabel, toLabel, kind, date, claim }) => {
          const saidBy = contestedBy(briefing, claim);
          const about: Detail = {
            entities: [{ key: from, label: fromLabel }],
            soughtClaim: claim,
          };
          return (
            <li key={`${from} ${kind} ${to}`}>
              <button type="button" class="relation" onClick={() => onDetail(about)}>
                <bdi class="relation-end">{fromLabel}</bdi>{' '}
                <span class="relation-kind">{relationName(kind, 'from')}</span>{' '}
                <bdi class="relation-end">{toLabel}</bdi>
                {date !== null && <span class="relation-date"> {formatDate(date)}</span>}
                {saidBy !== null && (
                  <span class="said-by">{aside(t('connection_said_by', saidBy))}</span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      {shown < lines.length && (
        <button type="button" class="quiet" onClick={reveal}>
          {plural('panel_more_relations', lines.length - shown)}
        </button>
      )}
    </section>
  );
}

/** Whose view a connection is; null where it is reported as it is. */
function contestedBy(briefing: Briefing, key: string): string | null {
  const found = findClaim(briefing.sets, key);
  if (found?.claim.kind !== 'allegation' && found?.claim.kind !== 'opinion') return null;
  return claimSpeaker(found.card, found.claim) ?? t('card_no_speaker');
}
