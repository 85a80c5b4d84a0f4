/**
 * A spreadsheet runs a cell that begins with one of these as a formula, also when it came from a
 * file. An apostrophe in front makes it text there. Cells that begin with apostrophes before such
 * a character get one more, so that taking one off always gives back what was written.
 */
const NEEDS_GUARD = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;
const HAS_GUARD = /^'+[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

export function guardCell(cell: string): string {
  return NEEDS_GUARD.test(cell) ? `'${cell}` : cell;
}

export function unguardCell(cell: string): string {
  return HAS_GUARD.test(cell) ? cell.slice(1) : cell;
}
