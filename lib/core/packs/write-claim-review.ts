/**
 * Claims as schema.org ClaimReview (https://schema.org/ClaimReview). We say who claims what, where
 * and in which words; we do not judge, so there is no rating in it.
 */
import type { Claim, Entity, FactPack, Source } from '../facts/pack-schema';
import { type SpeakerName, speakerName } from './claim-speaker';

const PERSON: ReadonlySet<string> = new Set(['person']);
const BODY: ReadonlySet<string> = new Set(['organisation', 'public-body', 'outlet']);

export function writeClaimReview(pack: FactPack): string {
  const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  const graph = pack.claims.map(
    (claim) => `\n${JSON.stringify(reviewOf(pack, claim, entities, sources))}`,
  );
  return `{"@context":"https://schema.org","@graph":[${graph.join(',')}\n]}\n`;
}

function reviewOf(
  pack: FactPack,
  claim: Claim,
  entities: ReadonlyMap<string, Entity>,
  sources: ReadonlyMap<string, Source>,
) {
  const notes = claim.notes.map(({ text }) => text).join(' ');
  return {
    '@type': 'ClaimReview',
    '@id': `urn:glossator:${pack.id}:${claim.id}`,
    claimReviewed: claim.text,
    author: { '@type': 'Organization', name: pack.title },
    ...(notes !== '' && { reviewBody: notes }),
    itemReviewed: {
      '@type': 'Claim',
      text: claim.text,
      ...authorOf(speakerName(claim, entities, sources)),
      ...dateOf(claim.date?.date),
      about: claim.entities.map((id) =>
        thingOf(entities.get(id)?.label ?? id, entities.get(id)?.kind),
      ),
      appearance: claim.evidence.map(({ exact, source }) => {
        return { '@type': 'Quotation', text: exact, ...workOf(sources.get(source)) };
      }),
    },
  };
}

function authorOf({ name, kind, isNamed }: SpeakerName) {
  if (name === '') return {};
  return isNamed ? { author: thingOf(name, kind) } : { creditText: name };
}

function thingOf(name: string, kind: Entity['kind'] | undefined) {
  if (kind !== undefined && PERSON.has(kind)) return { '@type': 'Person', name };
  return { '@type': kind !== undefined && BODY.has(kind) ? 'Organization' : 'Thing', name };
}

function workOf(source: Source | undefined) {
  if (!source) return {};
  return {
    isPartOf: {
      '@type': 'CreativeWork',
      headline: source.title,
      ...(source.url !== undefined && { url: source.url }),
      ...(source.author !== undefined && { author: { '@type': 'Person', name: source.author } }),
      ...(source.publisher !== undefined && {
        publisher: { '@type': 'Organization', name: source.publisher },
      }),
      ...dateOf(source.published?.date),
    },
  };
}

/** Only what ISO 8601 and EDTF write alike; an uncertain date must not look certain. */
function dateOf(edtf: string | undefined) {
  return edtf !== undefined && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(edtf)
    ? { datePublished: edtf }
    : {};
}
