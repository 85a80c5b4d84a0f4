import { type CardGroup, describesOtherwise, inTurn } from '../../core/facts/card-group';
import { type ClaimKey, type EntityKey, packOfKey, toKey } from '../../core/facts/keys';
import { withSoughtFirst } from '../claim-view';
import { entityKindName } from '../kind-names';
import { t } from '../message';
import { NativeLabels } from '../NativeLabels';
import { Origin, OriginNote } from '../OriginNote';
import { PackDot } from '../PackName';
import { Summary } from '../Summary';
import { AliasList } from './AliasList';
import { EditEntity } from './EditEntity';
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

/** All that is known of an entity, by pack where several know it. */
export function EntityView({ api, entity, soughtClaim }: EntityViewProps) {
  const load = useLoad(entity, () => api.getCards(entity));
  useTitle(load.value?.[0].entity.label ?? null);
  return (
    <ViewState load={load}>
      {(group) =>
        group ? (
          <EntityPage
            group={group}
            soughtClaim={soughtClaim && toKey(packOfKey(entity), soughtClaim)}
          />
        ) : (
          <Missing what={t('library_no_such_name')} />
        )
      }
    </ViewState>
  );
}

interface EntityPageProps {
  readonly group: CardGroup;
  readonly soughtClaim: ClaimKey | undefined;
}

function EntityPage({ group, soughtClaim }: EntityPageProps) {
  const [head] = group;
  const { entity } = head;
  const cards = inTurn(group);
  return (
    <article class="card entity-page">
      <header class="card-head">
        <p class="kind">{entityKindName(entity.kind)}</p>
        <ViewHeading>{entity.label}</ViewHeading>
        <NativeLabels labels={entity.nativeLabels} />
        <OriginNote group={group} />
      </header>
      <div class="columns">
        <div class="column">
          {entity.summary.length === 0 && <p class="empty">{t('library_no_summary')}</p>}
          <Summary card={head} shownAtFirst={entity.summary.length} />
          {cards
            .filter((card) => describesOtherwise(card, group))
            .map((card) => (
              <section key={card.key} class="other-summary">
                <h2>
                  <Origin card={card} group={group} />
                </h2>
                <Summary card={card} shownAtFirst={card.entity.summary.length} />
              </section>
            ))}
          {cards.map((card) => (
            <RelationsSection key={card.key} card={card} group={group} />
          ))}
          {withSoughtFirst(cards, soughtClaim).map((card) => (
            <EntityClaims
              key={`${card.key} ${soughtClaim ?? ''}`}
              card={card}
              group={group}
              soughtClaim={soughtClaim}
            />
          ))}
        </div>
        <div class="margin">
          {cards.map((card) => (
            <EntitySources key={card.key} card={card} group={group} />
          ))}
          {cards.map((card) => (
            <AliasList key={card.key} card={card} group={group} />
          ))}
          {cards.map((card) => (
            <div key={card.key} class="of-pack">
              <p class="pack">
                <PackDot colour={card.pack.colour} />
                {t('card_pack', card.pack.title, card.pack.license)}
              </p>
              <EditEntity card={card} />
            </div>
          ))}
        </div>
      </div>
    </article>
  );
}
