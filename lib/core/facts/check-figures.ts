/**
 * A claim's own words may hold no figure that its excerpts do not: a number is what a reader
 * most trusts and an editor most easily gets wrong. What was worked out (a year counted back
 * from “last year”, a sum, a conversion) is written down with its reason, in the claim's date or
 * in the pack's derivations.
 */
import { baseOf, type Figure, findFigures, isAsserted } from './figures';
import type { Claim, FactPack } from './pack-schema';
import type { Problem } from './problem';

/** Figures of a claim that stand in no excerpt, and why they are right. */
export interface Derivation {
  readonly claim: string;
  readonly figures: readonly string[];
  readonly why: string;
}

/** Every figure without ground, and every derivation that nothing needs. */
export function checkFigures(pack: FactPack, derivations: readonly Derivation[]): Problem[] {
  const names = new Map(pack.entities.map((e) => [e.id, e.aliases.map((alias) => alias.text)]));
  const problems: Problem[] = [];
  const missing = new Map<string, readonly Figure[]>();
  pack.claims.forEach((claim, index) => {
    const ungrounded = ungroundedFigures(
      claim,
      claim.entities.flatMap((id) => names.get(id) ?? []),
    );
    missing.set(claim.id, ungrounded);
    const derived = new Set(
      derivations.filter((d) => d.claim === claim.id).flatMap((d) => d.figures.flatMap(valuesOf)),
    );
    for (const figure of ungrounded) {
      if (derived.has(figure.value)) continue;
      problems.push({
        path: `claims[${index}].text`,
        message: `“${figure.text}” is in none of its excerpts (${claim.id})`,
      });
    }
  });
  return [...problems, ...checkDerivations(derivations, missing)];
}

function checkDerivations(
  derivations: readonly Derivation[],
  missing: ReadonlyMap<string, readonly Figure[]>,
): Problem[] {
  return derivations.flatMap((derivation, index): Problem[] => {
    const ungrounded = missing.get(derivation.claim);
    if (!ungrounded) {
      return [
        {
          path: `derivations[${index}].claim`,
          message: `there is no claim “${derivation.claim}”`,
        },
      ];
    }
    return derivation.figures.flatMap((figure, at) =>
      valuesOf(figure).some((value) => ungrounded.some((f) => f.value === value))
        ? []
        : [
            {
              path: `derivations[${index}].figures[${at}]`,
              message: `“${figure}” needs no derivation`,
            },
          ],
    );
  });
}

/** Figures that are neither in an excerpt, nor part of a name, nor of a date that says why. */
function ungroundedFigures(claim: Claim, names: readonly string[]): Figure[] {
  const grounded = new Set([
    ...claim.evidence.flatMap(({ exact, prefix, suffix }) =>
      valuesOf(`${prefix} ${exact} ${suffix}`.replaceAll('\n', ' ')).concat(valuesOf(exact)),
    ),
    ...(claim.date?.why === undefined ? [] : dateValues(claim.date.date)),
  ]);
  const magnitudes = new Set([...grounded].map((value) => value.split(':')[1]));
  return findFigures(claim.text).filter((figure) => {
    if (!isAsserted(figure) || isInName(claim.text, figure, names)) return false;
    const [base, magnitude] = figure.value.split(':');
    const isGrounded =
      grounded.has(figure.value) ||
      (base !== 'month' && magnitudes.has(magnitude) && grounded.has(baseOf(figure.value)));
    return !isGrounded;
  });
}

function valuesOf(text: string): string[] {
  return findFigures(text).map((figure) => figure.value);
}

/** Years, months and days of an EDTF date; a month also as a bare number, for “11/3”. */
function dateValues(edtf: string): string[] {
  return [...edtf.matchAll(/(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/g)].flatMap(
    ([, year, month, day]) => [
      String(Number(year)),
      ...(month === undefined ? [] : [`month:${Number(month)}`]),
      ...(day === undefined ? [] : [String(Number(day))]),
    ],
  );
}

/** “5G”, “Double 11”: the figure belongs to the name of something the claim is about. */
function isInName(text: string, { start, end }: Figure, names: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return names.some((name) => {
    const wanted = name.toLowerCase();
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
      if (at <= start && end <= at + wanted.length) return true;
    }
    return false;
  });
}
