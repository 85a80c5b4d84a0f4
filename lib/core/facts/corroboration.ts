import type { Corroboration } from './card';
import type { Claim, Evidence } from './pack-schema';

/**
 * Counts the independent voices behind a claim. A voice is whoever asserted it first: two sources
 * that both repeat one outlet are one voice, and two sources that speak for themselves are two.
 * `ofSources` is the number of sources of the whole pack, for "2 of 5".
 */
export function corroborationOf(claim: Claim, ofSources: number): Corroboration {
  const speakers = new Set(claim.evidence.map((evidence) => voiceOf(claim, evidence)));
  const sources = new Set(claim.evidence.map((evidence) => evidence.source));
  return { speakers: speakers.size, sources: sources.size, ofSources };
}

function voiceOf(claim: Claim, evidence: Evidence): string {
  const speaker = evidence.speaker ?? claim.speaker;
  switch (speaker.type) {
    case 'source':
      return `source ${evidence.source}`;
    case 'entity':
      return `entity ${speaker.entity}`;
    case 'unnamed':
      // Nobody can tell whether two unnamed people are the same; the same words about somebody
      // met through the same outlet are taken for one, so that the count is never too high.
      return `unnamed ${speaker.description.toLowerCase()} via ${speaker.via ?? ''}`;
  }
}
