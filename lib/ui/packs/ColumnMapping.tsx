import { LIST_SEPARATORS, type ListSeparator } from '../../core/packs/csv-list';
import {
  COLUMN_ROLES,
  type ColumnRole,
  type MappingSuggestion,
  type TableMapping,
} from '../../core/packs/suggest-mapping';
import { type PlainKey, t } from '../message';
import { withHeadings, withRole } from './mapping-edits';
import { roleName } from './pack-words';
import { SelectField } from './SelectField';

const SEPARATORS = {
  '|': 'packs_separator_bar',
  ';': 'packs_separator_semicolon',
  ',': 'packs_separator_comma',
  '\n': 'packs_separator_line',
} as const satisfies Record<ListSeparator, PlainKey>;

const SHOWN_ROWS = 5;

export interface ColumnMappingProps {
  readonly suggestion: MappingSuggestion;
  readonly mapping: TableMapping;
  readonly onChange: (mapping: TableMapping) => void;
}

/** What each column of a table holds, beside its first rows. */
export function ColumnMapping({ suggestion, mapping, onChange }: ColumnMappingProps) {
  const hasLists = mapping.roles.some((role) => role?.endsWith('aliases'));
  const { headings, rows } = withHeadings(suggestion, mapping.hasHeadings);
  const nameOf = (index: number): string =>
    headings?.[index]?.trim() || t('packs_column', index + 1);
  return (
    <fieldset class="mapping">
      <legend>{t('packs_columns')}</legend>
      <p class="help">{t('packs_columns_help')}</p>
      {/* Scrolls sideways, so the keyboard has to reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls */}
      <section class="sample-rows" aria-label={t('packs_columns')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {mapping.roles.map((role, index) => (
                <th key={nameOf(index) + String(index)} scope="col">
                  <span dir="auto">{nameOf(index)}</span>
                  <select
                    aria-label={t('packs_column_role', nameOf(index))}
                    value={role ?? ''}
                    onChange={({ currentTarget }) =>
                      onChange(withRole(mapping, index, roleOf(currentTarget.value)))
                    }
                  >
                    <option value="" selected={role === null}>
                      {t('packs_role_none')}
                    </option>
                    {COLUMN_ROLES.map((each) => (
                      <option key={each} value={each} selected={role === each}>
                        {roleName(each)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN_ROWS).map((cells, row) => (
              <tr key={String(row)}>
                {mapping.roles.map((role, index) => (
                  <td key={String(index)} dir="auto" class={role === null ? 'left-out' : ''}>
                    <span>{cells[index] ?? ''}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div class="form-line">
        <label class="choice">
          <input
            type="checkbox"
            checked={mapping.hasHeadings}
            onChange={({ currentTarget }) =>
              onChange({ ...mapping, hasHeadings: currentTarget.checked })
            }
          />
          {t('packs_has_headings')}
        </label>
        {hasLists && (
          <SelectField
            label={t('packs_separator')}
            value={mapping.separator}
            options={LIST_SEPARATORS.map((each) => [each, t(SEPARATORS[each])] as const)}
            onChange={(separator) => onChange({ ...mapping, separator })}
          />
        )}
      </div>
    </fieldset>
  );
}

function roleOf(value: string): ColumnRole | null {
  return COLUMN_ROLES.find((role) => role === value) ?? null;
}
