/** How long a source is and how much of it a pack covers, counted where its text is at hand. */
import { countCovered, sentencesOf } from '../library/coverage';
import type { SourceText } from './check-excerpts';
import type { FactPack, Source } from './pack-schema';
import type { Problem } from './problem';

export type Extent = NonNullable<Source['extent']>;

/** What is read of claims; drafts without offsets cover nothing. */
interface Quoting {
  readonly evidence: readonly {
    readonly source: string;
    readonly start?: number | undefined;
    readonly end?: number | undefined;
  }[];
}

/** Only the excerpts themselves count, not the context that is stored around them. */
export function extentOf(source: string, text: string, claims: readonly Quoting[]): Extent {
  const spans = claims.flatMap(({ evidence }) =>
    evidence.flatMap(({ source: quoted, start, end }) =>
      quoted === source && start !== undefined && end !== undefined ? [{ start, end }] : [],
    ),
  );
  const sentences = sentencesOf(text);
  return {
    length: text.length,
    sentences: sentences.length,
    quoted: countCovered(sentences, spans),
  };
}

/** A stated extent that the text does not bear out. Sources without one are passed over. */
export function checkExtents(
  pack: FactPack,
  texts: ReadonlyMap<string, Pick<SourceText, 'text'>>,
): Problem[] {
  return pack.sources.flatMap(({ id, extent }, index) => {
    const text = texts.get(id)?.text;
    if (!extent || text === undefined) return [];
    const counted = extentOf(id, text, pack.claims);
    return (['length', 'sentences', 'quoted'] as const).flatMap((name) =>
      extent[name] === counted[name]
        ? []
        : [
            {
              path: `sources[${index}].extent.${name}`,
              message: `is ${extent[name]}, the text gives ${counted[name]}; run: npm run data:fill`,
            },
          ],
    );
  });
}
