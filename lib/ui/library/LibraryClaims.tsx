import type { EntityCard } from '../../core/facts/card';
import { exchangesOf } from '../../core/facts/exchanges';
import { toKey } from '../../core/facts/keys';
import type { Claim } from '../../core/facts/pack-schema';
import { formatRoute } from '../../core/library/routes';
import { ClaimEntry } from '../ClaimEntry';

export interface NamedClaim {
  readonly card: EntityCard;
  readonly claim: Claim;
}

/** Claims of any entities, each under the names that it is about. */
export function NamedClaims({
  claims,
  labelledBy,
}: {
  readonly claims: readonly NamedClaim[];
  readonly labelledBy?: string;
}) {
  return (
    <ol class="named-claims" aria-labelledby={labelledBy}>
      {claims.map(({ card, claim }) => (
        <li key={`${card.pack.id}/${claim.id}`} class="named-claim">
          <h3 class="about-names">
            {claim.entities.map((id) => (
              <a
                key={id}
                href={formatRoute({
                  view: 'entity',
                  key: toKey(card.pack.id, id),
                  claim: claim.id,
                })}
                dir="auto"
              >
                {card.entities[id]?.label ?? id}
              </a>
            ))}
          </h3>
          {/* The entry is a list item wherever it stands; here it is the only one. */}
          <ul role="none" class="claims">
            {exchangesOf(card, [claim]).map((exchange) => (
              <ClaimEntry key={claim.id} card={card} exchange={exchange} sought={false} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
