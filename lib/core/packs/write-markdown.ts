/**
 * Claims as Markdown, entity by entity, each excerpt a footnote with its source: ready to be put
 * into an article's notes. Holds no words of our own, so it is in no language but the pack's.
 */
import type { Claim, Evidence, FactPack, Source } from '../facts/pack-schema';
import { speakerName } from './claim-speaker';

export function writeMarkdown(pack: FactPack): string {
  const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  const footnotes = new Map<string, number>();
  const mark = (evidence: Evidence): string => {
    const text = footnoteOf(evidence, sources.get(evidence.source));
    const number = footnotes.get(text) ?? footnotes.size + 1;
    footnotes.set(text, number);
    return `[^${number}]`;
  };
  const claimLine = (claim: Claim): string => {
    const { name } = speakerName(claim, entities, sources);
    const about = [name, claim.date?.date ?? ''].filter((part) => part !== '').map(escaped);
    const attribution = about.length > 0 ? ` (${about.join(', ')})` : '';
    const notes = claim.notes.map(({ text }) => `\n  - _${escaped(text)}_`).join('');
    return `- ${escaped(claim.text)}${attribution}${claim.evidence.map(mark).join('')}${notes}`;
  };
  const sections = pack.entities.flatMap((entity) => {
    const own = pack.claims.filter(({ entities: [main] }) => main === entity.id);
    const summary = entity.summary.map(({ text }) => escaped(text)).join(' ');
    if (own.length === 0 && summary === '') return [];
    const parts = [`## ${escaped(entity.label)}`, summary, own.map(claimLine).join('\n')];
    return [parts.filter((part) => part !== '').join('\n\n')];
  });
  const notes = [...footnotes].map(([text, number]) => `[^${number}]: ${text}`);
  const parts = [`# ${escaped(pack.title)}`, ...sections, notes.join('\n')];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function footnoteOf({ exact }: Evidence, source: Source | undefined): string {
  const about = [source?.author, source?.title, source?.publisher, source?.published?.date]
    .filter((part) => part !== undefined)
    .map(escaped);
  const address =
    source?.url === undefined ? [] : [`<${source.url.replace(/[<>]/g, encodeURIComponent)}>`];
  return `“${escaped(exact)}” ${[...about, ...address].join(', ')}`.trim();
}

/** As plain words on one line, whatever they would mean in Markdown or HTML. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!^]/g, '\\$&')
    .replace(/^[+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
