import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { strings } from '../strings';

export interface SearchBoxProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Id of the list of results while it is shown. */
  readonly list: string | undefined;
  /** Id of the result that Enter opens. */
  readonly active: string | undefined;
  readonly input: RefObject<HTMLInputElement>;
}

/** The search field: a combobox over the list of results, focused at once. */
export function SearchBox({ query, onQuery, onKeyDown, list, active, input }: SearchBoxProps) {
  useLayoutEffect(() => input.current?.focus(), [input]);
  return (
    <search class="search">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={strings.popup.searchLabel}
        aria-autocomplete="list"
        aria-expanded={list !== undefined}
        aria-controls={list}
        aria-activedescendant={active}
        placeholder={strings.popup.searchPlaceholder}
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
          aria-label={strings.popup.clear}
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
