/**
 * JSON as people review it: one field a line, but small leaf objects (an alias, a note, a piece
 * of evidence) and lists of ids on one line, so that a diff shows whole records.
 */
const LINE_WIDTH = 320;

export function formatPackJson(value: unknown): string {
  return `${format(value, '', 0)}\n`;
}

function format(value: unknown, indent: string, depth: number): string {
  const flat = flatten(value);
  // Records at the top of a file always spread out; what is inside them may share a line.
  if (depth > 1 && flat.length + indent.length <= LINE_WIDTH && isLeaf(value)) return flat;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const items = value.map((item) => `${indent}  ${format(item, `${indent}  `, depth + 1)}`);
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    if (fields.length === 0) return '{}';
    const lines = fields.map(
      ([key, field]) =>
        `${indent}  ${JSON.stringify(key)}: ${format(field, `${indent}  `, depth + 1)}`,
    );
    return `{\n${lines.join(',\n')}\n${indent}}`;
  }
  return flat;
}

/** No object inside an object other than one level of small ones. */
function isLeaf(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every((item) => item === null || typeof item !== 'object');
  return Object.values(value).every(
    (field) =>
      field === null ||
      typeof field !== 'object' ||
      (Array.isArray(field) ? isLeaf(field) : isLeaf(field)),
  );
}

function flatten(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flatten).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => `${JSON.stringify(key)}: ${flatten(field)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return JSON.stringify(value);
}
