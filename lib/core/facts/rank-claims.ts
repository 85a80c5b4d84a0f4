/**
 * The order in which a card shows an entity's claims. A reader can explain each place in it:
 *
 * 1. claims that are mainly about this entity before those that only involve it;
 * 2. then by weight: independent voices, sources, and whether the claim is disputed, because what
 *    is contested must not be buried below what nobody denies;
 * 3. then the latest first, undated last;
 * 4. then by id, so that the order never depends on how the store returned the rows.
 *
 * A claim is followed at once by its answers and by the claims that conflict with it, and an
 * answer never stands before what it answers.
 */
import type { Corroboration } from './card';
import { edtfBounds } from './edtf';
import type { Claim } from './pack-schema';

const WEIGHT_OF_DISPUTE = 2;
const WEIGHT_OF_FURTHER_VOICE = 2;
const WEIGHT_OF_FURTHER_SOURCE = 1;

export function rankClaims(
  claims: readonly Claim[],
  entity: string,
  corroboration: Readonly<Record<string, Corroboration>>,
): Claim[] {
  const disputed = new Set(
    claims.flatMap((claim) => [
      ...(claim.conflictsWith.length > 0 ? [claim.id] : []),
      ...(claim.respondsTo === undefined ? [] : [claim.id, claim.respondsTo]),
    ]),
  );
  const ranks = new Map(
    claims.map((claim) => [
      claim.id,
      {
        isMain: claim.entities[0] === entity,
        weight: weightOf(corroboration[claim.id], disputed.has(claim.id)),
        last: (claim.date && edtfBounds(claim.date.date)?.last) ?? '',
      },
    ]),
  );
  const ranked = [...claims].sort((a, b) => {
    const [x, y] = [ranks.get(a.id), ranks.get(b.id)];
    if (!x || !y) return 0;
    return (
      Number(y.isMain) - Number(x.isMain) ||
      y.weight - x.weight ||
      compare(y.last, x.last) ||
      compare(a.id, b.id)
    );
  });
  return keepTogether(ranked);
}

function weightOf(corroboration: Corroboration | undefined, isDisputed: boolean): number {
  return (
    Math.max(0, (corroboration?.speakers ?? 0) - 1) * WEIGHT_OF_FURTHER_VOICE +
    Math.max(0, (corroboration?.sources ?? 0) - 1) * WEIGHT_OF_FURTHER_SOURCE +
    (isDisputed ? WEIGHT_OF_DISPUTE : 0)
  );
}

/** Draws answers and conflicting claims up to the first of them; all else stays in order. */
function keepTogether(ranked: readonly Claim[]): Claim[] {
  const byId = new Map(ranked.map((claim) => [claim.id, claim]));
  const placed = new Set<Claim>();
  const place = (claim: Claim): void => {
    if (placed.has(claim)) return;
    placed.add(claim);
    for (const other of ranked) if (other.respondsTo === claim.id) place(other);
  };
  for (const claim of ranked) {
    const first = beginningOf(claim, byId);
    place(first);
    place(claim);
    for (const other of ranked) if (conflict(first, other) || conflict(claim, other)) place(other);
  }
  return [...placed];
}

/** The claim with which an exchange of claim and answer began, as far as it is among these. */
function beginningOf(claim: Claim, byId: ReadonlyMap<string, Claim>): Claim {
  const seen = new Set<Claim>();
  let first = claim;
  while (first.respondsTo !== undefined && !seen.has(first)) {
    seen.add(first);
    const answered = byId.get(first.respondsTo);
    if (!answered) break;
    first = answered;
  }
  return first;
}

function conflict(a: Claim, b: Claim): boolean {
  return a !== b && (a.conflictsWith.includes(b.id) || b.conflictsWith.includes(a.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
