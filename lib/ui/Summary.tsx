import type { EntityCard } from '../core/facts/card';
import { t } from './message';
import { useReveal } from './use-reveal';

export interface SummaryProps {
  readonly card: EntityCard;
  /** Sentences; the others are there when asked for. */
  readonly shownAtFirst: number;
}

/** Who or what it is, in the words of the card's pack; nothing where it has none. */
export function Summary({ card, shownAtFirst }: SummaryProps) {
  const { summary } = card.entity;
  const { shown, reveal, list } = useReveal<HTMLParagraphElement>(shownAtFirst);
  if (summary.length === 0) return null;
  const sentences = summary.slice(0, shown);
  return (
    <>
      <p class="summary" dir="auto" ref={list}>
        {sentences.map((sentence) => (
          <span key={sentence.text}>
            {sentence.text}
            {'basis' in sentence && <EditorialMark />}{' '}
          </span>
        ))}
      </p>
      {shown < summary.length && (
        <button type="button" class="quiet" onClick={reveal}>
          {t('card_whole_summary')}
        </button>
      )}
      {sentences.some((sentence) => 'basis' in sentence) && (
        <p class="footnote" aria-hidden="true">
          <span class="dagger">†</span> {t('card_editorial')}
        </p>
      )}
    </>
  );
}

/** Read aloud in place; for the eye, a dagger that the footnote explains. */
function EditorialMark() {
  return (
    <>
      <span class="dagger" aria-hidden="true">
        †
      </span>
      <span class="spoken"> {t('card_editorial_spoken')}</span>
    </>
  );
}
