import type { QueryChip } from '../../core/search/parse-query';
import { formatDate } from '../format-date';
import { type MessageKey, t } from '../message';

const NAMES = {
  kind: 'search_chip_kind',
  source: 'search_chip_source',
  date: 'search_chip_date',
} as const satisfies Record<QueryChip['type'], MessageKey>;

const UNKNOWN = {
  kind: 'search_unknown_kind',
  source: 'search_unknown_source',
  date: 'search_unknown_date',
} as const satisfies Record<QueryChip['type'], MessageKey>;

export interface FilterChipsProps {
  readonly chips: readonly QueryChip[];
  readonly onRemove: (chip: QueryChip) => void;
}

/** What of the typed words was taken for a filter; each can be taken back. */
export function FilterChips({ chips, onRemove }: FilterChipsProps) {
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('search_filters')}>
      {chips.map((chip) => {
        const words = chipWords(chip);
        return (
          <li key={chip.typed} class={chip.label === null ? 'chip unknown' : 'chip'}>
            <bdi>{words}</bdi>
            <button
              type="button"
              class="chip-remove"
              aria-label={t('search_chip_remove', words)}
              title={t('search_chip_remove', words)}
              onClick={() => onRemove(chip)}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function chipWords({ type, label, typed }: QueryChip): string {
  if (label === null) return t(UNKNOWN[type], typed.replace(/^[^:：]*[:：]/, ''));
  return t(NAMES[type], type === 'date' ? formatDate(label) : label);
}
