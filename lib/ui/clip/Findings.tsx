import type { KnownFinding } from '../../core/clipping/clip-schema';
import { t } from '../message';

/** What is known already of what the clipping says. It keeps nobody from saving. */
export function Findings({ findings }: { readonly findings: readonly KnownFinding[] }) {
  return (
    <section class="clip-findings" aria-live="polite" aria-label={t('clip_known')}>
      {findings.length > 0 && (
        <>
          <h2>{t('clip_known')}</h2>
          <ul>
            {findings.map(({ finding, text, pack }) => (
              <li key={finding.key}>
                <p class="finding-what">{wordsFor(finding)}</p>
                <p dir="auto">{text}</p>
                <p class="help">{pack}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function wordsFor(finding: KnownFinding['finding']): string {
  switch (finding.type) {
    case 'same-words':
      return t('clip_same_words');
    case 'same-passage':
      return t('clip_same_passage');
    case 'other-figure':
      return t('clip_other_figure', finding.known.join(', '), finding.drafted.join(', '));
    case 'other-date':
      return t('clip_other_date', finding.known, finding.drafted);
  }
}
