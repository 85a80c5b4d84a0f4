/**
 * Claims as a card lists them: each with what it must not be read without, and none twice. An
 * answer stands under what it answers, and a claim beside the one that it conflicts with.
 */
import type { EntityCard } from './card';
import type { Claim } from './pack-schema';

export interface Exchange {
  readonly claim: Claim;
  readonly conflicts: readonly Claim[];
  /** Denials and answers to the claim. */
  readonly responses: readonly Claim[];
  /** The claim that this one denies or answers. */
  readonly answered: Claim | undefined;
}

/** In the order of `claims`, which are claims of the card. */
export function exchangesOf(card: EntityCard, claims: readonly Claim[]): Exchange[] {
  const known = [...card.claims, ...card.linkedClaims];
  const byId = new Map(known.map((claim) => [claim.id, claim]));
  const shown = new Set<string>();
  const exchanges: Exchange[] = [];
  for (const claim of claims) {
    if (shown.has(claim.id)) continue;
    const links = {
      conflicts: conflictsOf(claim, known),
      responses: known.filter(({ id, respondsTo }) => respondsTo === claim.id && id !== claim.id),
      answered: answeredBy(claim, byId),
    };
    for (const { id } of [claim, ...links.conflicts, ...links.responses]) shown.add(id);
    exchanges.push({ claim, ...links });
  }
  return exchanges;
}

function answeredBy(claim: Claim, byId: ReadonlyMap<string, Claim>): Claim | undefined {
  const { id, respondsTo } = claim;
  return respondsTo === undefined || respondsTo === id ? undefined : byId.get(respondsTo);
}

function conflictsOf(claim: Claim, known: readonly Claim[]): Claim[] {
  return known.filter(
    ({ id, conflictsWith }) =>
      id !== claim.id && (claim.conflictsWith.includes(id) || conflictsWith.includes(claim.id)),
  );
}
