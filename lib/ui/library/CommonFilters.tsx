import { t } from '../message';
import { Facet, type FacetValue } from './Facet';

export interface KindAndSource<K extends string> {
  readonly kind?: K | undefined;
  readonly source?: string | undefined;
}

export interface CommonFiltersProps<K extends string> {
  /** The list without any filter; null where none is set. */
  readonly clearHref: string | null;
  readonly kinds: readonly { readonly value: K; readonly count: number }[];
  readonly kindName: (kind: K) => string;
  readonly sources: readonly FacetValue[];
  readonly chosen: KindAndSource<K>;
  /** The list with these two chosen so, and all other filters as they are. */
  readonly hrefWith: (choice: KindAndSource<K>) => string;
}

/** What the names and the timeline can both be filtered by. */
export function CommonFilters<K extends string>(props: CommonFiltersProps<K>) {
  const { clearHref, kinds, kindName, sources, hrefWith } = props;
  const { kind, source } = props.chosen;
  return (
    <>
      {clearHref !== null && (
        <p>
          <a class="clear-filters" href={clearHref}>
            {t('library_clear_filters')}
          </a>
        </p>
      )}
      <Facet
        title={t('library_kind')}
        values={kinds.map((each) => ({ ...each, label: kindName(each.value) }))}
        chosen={kind}
        hrefOf={(value) =>
          hrefWith({ kind: kinds.find((each) => each.value === value)?.value, source })
        }
      />
      <Facet
        title={t('library_source')}
        values={sources}
        chosen={source}
        hrefOf={(value) => hrefWith({ kind, source: value })}
      />
    </>
  );
}
