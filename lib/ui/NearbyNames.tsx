import { useContext } from 'preact/hooks';
import type { EntityCard } from '../core/facts/card';
import type { CardGroup } from '../core/facts/card-group';
import type { Claim } from '../core/facts/pack-schema';
import { ClaimMeta } from './ClaimMeta';
import { Surroundings } from './card-surroundings';
import type { NamedEntity } from './card-trail';
import { plural, t } from './message';
import { nearbyLinks } from './nearby-links';

export interface NearbyNamesProps {
  readonly group: CardGroup;
  readonly onOpenEntity: (entity: NamedEntity) => void;
}

/** Why the name matters where it stands: what binds it to the others of the paragraph. */
export function NearbyNames({ group, onOpenEntity }: NearbyNamesProps) {
  const { nearby } = useContext(Surroundings);
  const links = nearbyLinks(group, nearby ?? []);
  if (links.length === 0) return null;
  return (
    <section class="nearby">
      <h3>{t('nearby')}</h3>
      <ul>
        {links.map(({ key, label, card, phrase, claim, responses, shared }) => (
          <li key={key}>
            <p class="nearby-name">
              <span class="phrase">{phrase ?? plural('nearby_shared', shared)}</span>{' '}
              <button type="button" class="link" onClick={() => onOpenEntity({ key, label })}>
                <bdi>{label}</bdi>
              </button>
            </p>
            <BareClaim card={card} claim={claim} />
            {responses.map((response) => (
              <div class="nearby-answer" key={response.id}>
                <h4>{t('card_answered')}</h4>
                <BareClaim card={card} claim={response} />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The claim stands with its excerpts among the others; here it only says why. */
function BareClaim({ card, claim }: { card: EntityCard; claim: Claim }) {
  return (
    <>
      <ClaimMeta card={card} claim={claim} />
      <p class="claim-text" dir="auto">
        {claim.text}
      </p>
    </>
  );
}
