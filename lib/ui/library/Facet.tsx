import { useId } from 'preact/hooks';
import type { PackColour } from '../../core/settings/pack-colour';
import { shortTitle } from '../claim-view';
import { t } from '../message';
import { PackDot } from '../PackName';
import { useReveal } from '../use-reveal';

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  /** Of a pack. */
  readonly colour?: PackColour | null;
}

export interface FacetProps {
  readonly title: string;
  readonly values: readonly FacetValue[];
  readonly chosen: string | undefined;
  /** The list with this value chosen; with none for undefined. */
  readonly hrefOf: (value: string | undefined) => string;
}

const SHOWN_AT_FIRST = 9;
/** Two lines beside the list. */
const LABEL_CHARS = 48;

/** One filter: a link for each of its values, with what choosing it would leave. */
export function Facet({ title, values, chosen, hrefOf }: FacetProps) {
  const heading = useId();
  const { shown, reveal, list } = useReveal<HTMLUListElement>(SHOWN_AT_FIRST);
  if (values.length === 0) return null;
  const hidden = values.length - shown;
  return (
    <section class="facet">
      <h2 id={heading}>{title}</h2>
      <ul ref={list} aria-labelledby={heading}>
        {values.slice(0, shown).map(({ value, label, count, colour = null }) => (
          <li key={value}>
            <a
              href={hrefOf(value === chosen ? undefined : value)}
              aria-current={value === chosen ? 'true' : undefined}
            >
              <span class="facet-label" dir="auto" title={label}>
                <PackDot colour={colour} />
                {shortTitle(label, LABEL_CHARS)}
              </span>
              {value === chosen ? (
                <span class="facet-end">
                  <span class="spoken">{t('library_filter_remove')}</span>
                  <span aria-hidden="true">×</span>
                </span>
              ) : (
                <Count count={count} />
              )}
            </a>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="quiet" onClick={reveal}>
          {t('library_more_values', hidden)}
        </button>
      )}
    </section>
  );
}

function Count({ count }: { count: number }) {
  return <span class="facet-end">{t('library_count', count)}</span>;
}
