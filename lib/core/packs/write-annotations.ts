/**
 * Claims with excerpts as W3C Web Annotations, one page of them: the restatement is the body, the
 * entities are tags, each excerpt is a target with its quotation and position. A claim without an
 * excerpt has nothing to point at and is left out.
 */
import type { Claim, Evidence, FactPack, Source } from '../facts/pack-schema';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

export function writeAnnotations(pack: FactPack): string {
  const labels = new Map(pack.entities.map(({ id, label }) => [id, label]));
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  const items = pack.claims
    .filter(({ evidence }) => evidence.length > 0)
    .map((claim) => `\n${JSON.stringify(annotationOf(pack.id, claim, labels, sources))}`);
  const head = JSON.stringify({
    '@context': CONTEXT,
    id: urn(pack.id, 'page'),
    type: 'AnnotationPage',
    'dcterms:title': pack.title,
  });
  return `${head.slice(0, -1)},"items":[${items.join(',')}\n]}\n`;
}

function annotationOf(
  pack: string,
  claim: Claim,
  labels: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, Source>,
) {
  const body = {
    type: 'TextualBody',
    value: claim.text,
    format: 'text/plain',
    purpose: 'describing',
  };
  const tags = claim.entities.map((id) => {
    return { type: 'TextualBody', value: labels.get(id) ?? id, purpose: 'tagging' };
  });
  return {
    '@context': CONTEXT,
    id: urn(pack, claim.id),
    type: 'Annotation',
    motivation: 'describing',
    body: [body, ...tags],
    target: claim.evidence.map((evidence) =>
      targetOf(pack, evidence, sources.get(evidence.source)),
    ),
  };
}

function targetOf(pack: string, evidence: Evidence, source: Source | undefined) {
  const { exact, prefix, suffix, start, end } = evidence;
  return {
    type: 'SpecificResource',
    source: {
      id: source?.url ?? urn(pack, evidence.source),
      ...(source && { 'dcterms:title': source.title, language: source.language }),
      ...(source?.publisher !== undefined && { 'dcterms:publisher': source.publisher }),
    },
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start, end },
    ],
  };
}

/** What has no address is named, never given one. */
function urn(pack: string, id: string): string {
  return `urn:glossator:${pack}:${id}`;
}
