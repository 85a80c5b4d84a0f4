/** Changes to what a table's columns hold. */
import type { ColumnRole, MappingSuggestion, TableMapping } from '../../core/packs/suggest-mapping';

/** One column has one role and a role one column: whoever had it before is left out. */
export function withRole(
  mapping: TableMapping,
  column: number,
  role: ColumnRole | null,
): TableMapping {
  const roles = mapping.roles.map((before, index) => {
    if (index === column) return role;
    return before === role ? null : before;
  });
  return { ...mapping, roles };
}

/** The first rows as they are read, with or without a first one of headings. */
export function withHeadings(
  { hasHeadings: isSuggested, headings, sample }: MappingSuggestion,
  hasHeadings: boolean,
): {
  readonly headings: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
} {
  if (isSuggested)
    return hasHeadings
      ? { headings, rows: sample }
      : { headings: null, rows: [headings, ...sample] };
  const [first = [], ...others] = sample;
  return hasHeadings ? { headings: first, rows: others } : { headings: null, rows: sample };
}
