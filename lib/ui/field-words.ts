import { type PlainKey, t } from './message';

const FIELDS: Readonly<Record<string, PlainKey>> = {
  label: 'packs_field_label',
  nativeLabels: 'packs_field_native_labels',
  aliases: 'packs_field_aliases',
  kind: 'packs_field_kind',
  summary: 'packs_field_summary',
  identifiers: 'packs_field_identifiers',
  text: 'packs_field_text',
  date: 'packs_field_date',
  speaker: 'packs_field_speaker',
  evidence: 'packs_field_evidence',
  entities: 'packs_field_entities',
  conflictsWith: 'packs_field_conflicts',
  respondsTo: 'packs_field_responds',
  notes: 'packs_field_notes',
  title: 'packs_field_title',
  publisher: 'packs_field_publisher',
  author: 'packs_field_author',
  published: 'packs_field_published',
  url: 'packs_field_url',
  language: 'packs_field_language',
  stance: 'packs_field_stance',
};

/** `aliases[2].text` → "other forms 3"; of a field that has no name of ours, its own. */
export function fieldWords(path: string): string {
  if (path === '') return t('packs_side_whole');
  const [, field = path, index, rest = ''] = /^(\w+)(?:\[(\d+)\])?(.*)$/.exec(path) ?? [];
  const key = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
  if (!key) return path;
  const place = index === undefined ? '' : ` ${Number(index) + 1}`;
  // Of an element, its text is what one thinks of.
  const part = rest === '' || rest === '.text' ? '' : ` (${rest.slice(1)})`;
  return `${t(key)}${place}${part}`;
}
