/**
 * Proof that every excerpt is verbatim: exactly the characters of its source at its offsets, in
 * a text whose hash is the stated one, and findable again by its words alone.
 */
import type { Evidence, FactPack } from './pack-schema';
import type { Problem } from './problem';

/** A source's stored text. Whoever reads the file computes the hash of its bytes. */
export interface SourceText {
  readonly text: string;
  readonly sha256: string;
}

/** By source id. A source that names a file must be in it; one known by address only is passed over. */
export function checkExcerpts(pack: FactPack, texts: ReadonlyMap<string, SourceText>): Problem[] {
  const problems: Problem[] = [];
  pack.sources.forEach((source, index) => {
    const stored = texts.get(source.id);
    const path = `sources[${index}]`;
    if (source.file === undefined) return;
    if (!stored) problems.push({ path: `${path}.file`, message: `“${source.file}” is not there` });
    else if (source.sha256 === undefined) {
      problems.push({ path: `${path}.sha256`, message: 'is missing, so offsets prove nothing' });
    } else if (stored.sha256 !== source.sha256) {
      problems.push({ path: `${path}.sha256`, message: `the file has ${stored.sha256}` });
    }
  });
  pack.claims.forEach((claim, index) => {
    claim.evidence.forEach((evidence, at) => {
      const stored = texts.get(evidence.source);
      if (!stored) return;
      const path = `claims[${index}].evidence[${at}]`;
      problems.push(...checkExcerpt(stored.text, evidence, path));
    });
  });
  return problems;
}

function checkExcerpt(text: string, evidence: Evidence, path: string): Problem[] {
  const { exact, prefix, suffix, start, end } = evidence;
  const found = text.slice(start, end);
  if (found !== exact) {
    return [
      { path: `${path}.exact`, message: `the source has ${JSON.stringify(found)} at ${start}` },
    ];
  }
  const problems: Problem[] = [];
  if (!text.endsWith(prefix, start)) {
    problems.push({
      path: `${path}.prefix`,
      message: 'does not stand directly before the excerpt',
    });
  }
  if (!text.startsWith(suffix, end)) {
    problems.push({ path: `${path}.suffix`, message: 'does not stand directly after the excerpt' });
  }
  const quote = prefix + exact + suffix;
  if (problems.length === 0 && text.indexOf(quote) !== text.lastIndexOf(quote)) {
    problems.push({
      path,
      message: 'the excerpt with its context is in the source more than once',
    });
  }
  return problems;
}
