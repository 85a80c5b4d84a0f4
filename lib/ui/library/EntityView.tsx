import { useId } from 'preact/hooks';
import type { EntityCard } from '../../core/facts/card';
import { exchangesOf } from '../../core/facts/exchanges';
import type { EntityKey } from '../../core/facts/keys';
import type { Claim } from '../../core/facts/pack-schema';
import { groupByYear } from '../../core/library/periods';
import { ClaimEntry } from '../ClaimEntry';
import { formatDate } from '../format-date';
import { entityKindName } from '../kind-names';
import { plural, t } from '../message';
import { AliasList } from './AliasList';
import { EntitySources } from './EntitySources';
import { ClaimsOfEntity } from './LibraryClaims';
import type { LibraryApi } from './library-api';
import { RelationsSection } from './RelationsSection';
import { useLoad } from './use-load';
import { useTitle } from './use-title';
import { Missing, ViewHeading, ViewState } from './ViewState';

export interface EntityViewProps {
  readonly api: LibraryApi;
  readonly entity: EntityKey;
  /** Id of a claim to begin with. */
  readonly soughtClaim: string | undefined;
}

/** All that is known of an entity. */
export function EntityView({ api, entity, soughtClaim }: EntityViewProps) {
  const load = useLoad(entity, () => api.getCard(entity));
  useTitle(load.value?.entity.label ?? null);
  return (
    <ViewState load={load}>
      {(card) =>
        card ? (
          <EntityPage card={card} soughtClaim={soughtClaim} />
        ) : (
          <Missing what={t('library_no_such_name')} />
        )
      }
    </ViewState>
  );
}

function EntityPage({ card, soughtClaim }: { card: EntityCard; soughtClaim: string | undefined }) {
  const { entity } = card;
  return (
    <article class="card entity-page">
      <header class="card-head">
        <p class="kind">{entityKindName(entity.kind)}</p>
        <ViewHeading>{entity.label}</ViewHeading>
        {entity.nativeLabels.length > 0 && (
          <p class="natives">
            {entity.nativeLabels.map((native) => (
              <span key={native.lang} lang={native.lang} dir="auto">
                {native.text}
              </span>
            ))}
          </p>
        )}
      </header>
      <div class="columns">
        <div class="column">
          <Summary card={card} />
          <RelationsSection card={card} />
          <Claims card={card} soughtClaim={soughtClaim} />
        </div>
        <div class="margin">
          <EntitySources card={card} />
          <AliasList aliases={entity.aliases} />
          <p class="pack">{t('card_pack', card.pack.title, card.pack.license)}</p>
        </div>
      </div>
    </article>
  );
}

function Summary({ card }: { card: EntityCard }) {
  const { summary } = card.entity;
  if (summary.length === 0) return <p class="empty">{t('library_no_summary')}</p>;
  return (
    <>
      <p class="summary" dir="auto">
        {summary.map((sentence) => (
          <span key={sentence.text}>
            {sentence.text}
            {'basis' in sentence && (
              <>
                <span class="dagger" aria-hidden="true">
                  †
                </span>
                <span class="spoken"> {t('card_editorial_spoken')}</span>
              </>
            )}{' '}
          </span>
        ))}
      </p>
      {summary.some((sentence) => 'basis' in sentence) && (
        <p class="footnote" aria-hidden="true">
          <span class="dagger">†</span> {t('card_editorial')}
        </p>
      )}
    </>
  );
}

/** Claims that cannot be true together, side by side; they stand at their dates as well. */
function Conflicts({ card }: { card: EntityCard }) {
  const heading = useId();
  const exchanges = exchangesOf(
    card,
    card.claims.filter((claim) => claim.conflictsWith.length > 0),
  );
  if (exchanges.length === 0) return null;
  return (
    <div class="period conflicts">
      <h3 id={heading}>{t('library_conflicts')}</h3>
      <div>
        <p class="help">{t('library_conflicts_help')}</p>
        <ol class="claims" aria-labelledby={heading}>
          {exchanges.map((exchange) => (
            <ClaimEntry key={exchange.claim.id} card={card} exchange={exchange} sought={false} />
          ))}
        </ol>
      </div>
    </div>
  );
}

function Claims({ card, soughtClaim }: { card: EntityCard; soughtClaim: string | undefined }) {
  const heading = useId();
  if (card.claims.length === 0) return <p class="empty">{t('card_no_claims')}</p>;
  const months = groupByYear(card.claims, (claim) => claim.date?.date).flatMap(
    ({ months: own }) => own,
  );
  const dated = new Set(months.flatMap(({ items }) => items));
  const undated = card.claims.filter((claim) => !dated.has(claim));
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{plural('library_claims', card.claims.length)}</h2>
      <div class="timeline">
        <Conflicts card={card} />
        {months.map(({ period, items }) => (
          <Period
            key={period}
            title={formatDate(period)}
            card={card}
            claims={items}
            soughtClaim={soughtClaim}
          />
        ))}
        {undated.length > 0 && (
          <Period
            title={t('library_undated')}
            card={card}
            claims={undated}
            soughtClaim={soughtClaim}
          />
        )}
      </div>
    </section>
  );
}

interface PeriodProps {
  readonly title: string;
  readonly card: EntityCard;
  readonly claims: readonly Claim[];
  readonly soughtClaim: string | undefined;
}

function Period({ title, card, claims, soughtClaim }: PeriodProps) {
  const heading = useId();
  return (
    <div class="period">
      <h3 id={heading}>{title}</h3>
      <ClaimsOfEntity card={card} claims={claims} soughtClaim={soughtClaim} labelledBy={heading} />
    </div>
  );
}
