import type { EntityCard } from '../../core/facts/card';
import type { EntityKey } from '../../core/facts/keys';
import { entityKindName } from '../kind-names';
import { t } from '../message';
import { NativeLabels } from '../NativeLabels';
import { AliasList } from './AliasList';
import { EntityClaims } from './EntityClaims';
import { EntitySources } from './EntitySources';
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
        <NativeLabels labels={entity.nativeLabels} />
      </header>
      <div class="columns">
        <div class="column">
          <Summary card={card} />
          <RelationsSection card={card} />
          <EntityClaims key={soughtClaim ?? ''} card={card} soughtClaim={soughtClaim} />
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
