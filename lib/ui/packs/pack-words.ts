/** How formats, sections, verdicts and columns are called. */
import type { ImportFormat, Section } from '../../core/packs/import-event';
import type { ColumnRole } from '../../core/packs/suggest-mapping';
import { formatDate } from '../format-date';
import { type PlainKey, plural, t } from '../message';
import type { ExportFormat, Pack, Reviewed } from './packs-api';

const SECTIONS = {
  sources: ['packs_section_sources', 'packs_sections_sources'],
  entities: ['packs_section_entities', 'packs_sections_entities'],
  claims: ['packs_section_claims', 'packs_sections_claims'],
  relations: ['packs_section_relations', 'packs_sections_relations'],
} as const satisfies Record<Section, readonly [one: PlainKey, many: PlainKey]>;

const FORMATS = {
  pack: 'packs_format_pack',
  table: 'packs_format_table',
  'open-sanctions': 'packs_format_open_sanctions',
  'follow-the-money': 'packs_format_follow_the_money',
  annotations: 'packs_format_annotations',
} as const satisfies Record<ImportFormat, PlainKey>;

const ROLES = {
  id: 'packs_role_id',
  label: 'packs_role_label',
  kind: 'packs_role_kind',
  aliases: 'packs_role_aliases',
  'strong-aliases': 'packs_role_strong_aliases',
  'weak-aliases': 'packs_role_weak_aliases',
  'garbled-aliases': 'packs_role_garbled_aliases',
  language: 'packs_role_language',
  description: 'packs_role_description',
  identifiers: 'packs_role_identifiers',
} as const satisfies Record<ColumnRole, PlainKey>;

const VERDICTS = {
  new: ['packs_verdict_new', 'packs_verdict_new_help'],
  changed: ['packs_verdict_changed', 'packs_verdict_changed_help'],
  conflicting: ['packs_verdict_conflicting', 'packs_verdict_conflicting_help'],
  gone: ['packs_verdict_gone', 'packs_verdict_gone_help'],
  same: ['packs_verdict_same', 'packs_verdict_same_help'],
  refused: ['packs_verdict_refused', 'packs_verdict_refused_help'],
} as const satisfies Record<Reviewed, readonly [name: PlainKey, help: PlainKey]>;

const EXPORTS = {
  pack: ['packs_export_pack', 'packs_export_pack_help'],
  csv: ['packs_export_csv', 'packs_export_csv_help'],
  annotations: ['packs_export_annotations', 'packs_export_annotations_help'],
  'claim-review': ['packs_export_claim_review', 'packs_export_claim_review_help'],
  markdown: ['packs_export_markdown', 'packs_export_markdown_help'],
} as const satisfies Record<ExportFormat, readonly [name: PlainKey, help: PlainKey]>;

/** One of them: "claim". */
export function recordName(section: Section): string {
  return t(SECTIONS[section][0]);
}

/** Many of them: "claims". */
export function sectionName(section: Section): string {
  return t(SECTIONS[section][1]);
}

export function formatName(format: ImportFormat): string {
  return t(FORMATS[format]);
}

export function roleName(role: ColumnRole): string {
  return t(ROLES[role]);
}

export function verdictName(verdict: Reviewed): string {
  return t(VERDICTS[verdict][0]);
}

/** What will be done with such entries. */
export function verdictHelp(verdict: Reviewed): string {
  return t(VERDICTS[verdict][1]);
}

export function exportName(format: ExportFormat): string {
  return t(EXPORTS[format][0]);
}

export function exportHelp(format: ExportFormat): string {
  return t(EXPORTS[format][1]);
}

export function originWords({ origin, importedAt }: Pack): string {
  if (origin === 'bundled') return t('packs_origin_bundled');
  if (origin === 'own') return t('packs_origin_own');
  if (importedAt === null) return t('packs_origin_imported_undated');
  return t('packs_origin_imported', formatDate(importedAt.slice(0, 10)));
}

/** "12 names · 30 claims · 2 sources". */
export function contentWords({ entities, claims, sources }: Pack): string {
  return [
    plural('options_pack_names', entities),
    ...(claims > 0 ? [plural('options_pack_claims', claims)] : []),
    ...(sources > 0 ? [plural('options_pack_sources', sources)] : []),
  ].join(' · ');
}
