import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { t } from '../message';

export interface SearchBoxProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Id of the list of results while it is shown. */
  readonly list: string | undefined;
  /** Id of the result that Enter opens. */
  readonly active: string | undefined;
  readonly input: RefObject<HTMLInputElement>;
  readonly focusAtOnce: boolean;
}

/** The search field: a combobox over the list of results. */
export function SearchBox(props: SearchBoxProps) {
  const { query, onQuery, onKeyDown, list, active, input, focusAtOnce } = props;
  useLayoutEffect(() => {
    if (focusAtOnce) input.current?.focus();
  }, [input]);
  return (
    <search class="search">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t('popup_search_label')}
        aria-autocomplete="list"
        aria-expanded={list !== undefined}
        aria-controls={list}
        aria-activedescendant={active}
        placeholder={t('popup_search_placeholder')}
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {query !== '' && (
        <button
          type="button"
          class="clear"
          aria-label={t('popup_clear')}
          onClick={() => {
            onQuery('');
            input.current?.focus();
          }}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </search>
  );
}
