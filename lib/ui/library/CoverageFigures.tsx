import { useId } from 'preact/hooks';
import type { Source } from '../../core/facts/pack-schema';
import { quotedLength, quotedShare, type Span } from '../../core/library/coverage';
import { locale, plural, t } from '../message';

export interface CoverageFiguresProps {
  readonly source: Source;
  /** Where excerpts stand, without overlaps. */
  readonly spans: readonly Span[];
}

/** How much of a source the pack quotes, as far as its length is known. */
export function CoverageFigures({ source, spans }: CoverageFiguresProps) {
  const heading = useId();
  const { extent } = source;
  const share = quotedShare(spans, extent?.length);
  return (
    <section class="coverage" aria-labelledby={heading}>
      <h2 id={heading}>{t('library_coverage')}</h2>
      {extent && share !== null ? (
        <>
          <p class="coverage-figures">
            {t('library_coverage_sentences', extent.quoted, extent.sentences)}{' '}
            {t('library_coverage_text', percent(share))}
          </p>
          <Strip spans={spans} length={extent.length} />
        </>
      ) : (
        <p class="coverage-figures">{plural('library_coverage_unknown', quotedLength(spans))}</p>
      )}
    </section>
  );
}

/** The text from beginning to end, dark where it is quoted. Says no more than the words above. */
function Strip({ spans, length }: { spans: readonly Span[]; length: number }) {
  return (
    <div class="strip-frame">
      <svg aria-hidden="true" class="strip" viewBox={`0 0 ${length} 10`} preserveAspectRatio="none">
        <rect class="strip-ground" x={0} y={0} width={length} height={10} />
        {spans.map(({ start, end }) => (
          <rect key={start} class="strip-quote" x={start} y={0} width={end - start} height={10} />
        ))}
      </svg>
      <p aria-hidden="true" class="strip-ends">
        <span>{t('library_text_begins')}</span>
        <span>{t('library_text_ends')}</span>
      </p>
    </div>
  );
}

function percent(share: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent' }).format(share);
}
