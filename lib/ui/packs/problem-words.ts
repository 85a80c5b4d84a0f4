/** The words for what an import has to say against a file or one of its items. */
import type {
  ImportProblem,
  Place,
  ProblemCode,
  ProblemValues,
} from '../../core/packs/import-problem';
import { type MessageValue, t } from '../message';
import { formatSize } from './format-size';
import { sectionName } from './pack-words';

type Value = ProblemValues[string] | undefined;

/** What is wrong, in one sentence; where it is wrong stands beside it. */
export function problemWords({ code, values }: ImportProblem): string {
  return WORDS[code](values);
}

/** Where the problem is: "Line 12 · claims[3].text"; empty where that is the file as a whole. */
export function placeWords({ line, column, path }: Place): string {
  return [
    ...(line === undefined ? [] : [t('packs_place_line', line)]),
    ...(column === undefined || column === '' ? [] : [t('packs_place_column', column)]),
    ...(path === undefined || path === '' ? [] : [path]),
  ].join(' · ');
}

const WORDS: Readonly<Record<ProblemCode, (values: ProblemValues) => string>> = {
  'empty-file': () => t('packs_problem_empty_file'),
  'too-large': ({ max }) =>
    t('packs_problem_too_large', typeof max === 'number' ? formatSize(max) : say(max)),
  archive: ({ kind }) => t('packs_problem_archive', say(kind)),
  binary: () => t('packs_problem_binary'),
  'not-text': ({ encoding }) => t('packs_problem_not_text', say(encoding)),
  'unknown-format': () => t('packs_problem_unknown_format'),
  truncated: () => t('packs_problem_truncated'),
  'too-many-records': ({ section, max }) =>
    t('packs_problem_too_many_records', sectionWords(section), say(max)),
  'too-many-waiting': ({ max }) => t('packs_problem_too_many_waiting', say(max)),
  'json-syntax': () => t('packs_problem_json_syntax'),
  'too-deep': ({ max }) => t('packs_problem_too_deep', say(max)),
  'too-long-record': ({ max }) => t('packs_problem_too_long_record', say(max)),
  'not-a-pack': () => t('packs_problem_not_a_pack'),
  'duplicate-section': ({ section }) => t('packs_problem_duplicate_section', say(section)),
  'missing-field': () => t('packs_problem_missing_field'),
  'unknown-field': () => t('packs_problem_unknown_field'),
  'wrong-type': ({ expected }) => t('packs_problem_wrong_type', say(expected)),
  'empty-field': () => t('packs_problem_empty_field'),
  'too-long': ({ length, limit }) => t('packs_problem_too_long', say(length), say(limit)),
  'too-few': ({ length, limit }) => t('packs_problem_too_few', say(length), say(limit)),
  'too-many': ({ limit }) => t('packs_problem_too_many', say(limit)),
  'number-out-of-range': ({ value }) => t('packs_problem_number_out_of_range', say(value)),
  'bad-id': ({ value }) => t('packs_problem_bad_id', say(value)),
  'bad-language': ({ value }) => t('packs_problem_bad_language', say(value)),
  'bad-date': ({ value }) => t('packs_problem_bad_date', say(value)),
  'bad-address': ({ value }) => t('packs_problem_bad_address', say(value)),
  'bad-version': ({ value }) => t('packs_problem_bad_version', say(value)),
  'bad-value': ({ value }) => t('packs_problem_bad_value', say(value)),
  'bad-shape': () => t('packs_problem_bad_shape'),
  'hostile-key': () => t('packs_problem_hostile_key'),
  'lone-surrogate': () => t('packs_problem_lone_surrogate'),
  'control-character': () => t('packs_problem_control_character'),
  'bidi-control': () => t('packs_problem_bidi_control'),
  markup: () => t('packs_problem_markup'),
  'duplicate-id': ({ id }) => t('packs_problem_duplicate_id', say(id)),
  'duplicate-alias': ({ text }) => t('packs_problem_duplicate_alias', say(text)),
  'label-not-alias': ({ text }) => t('packs_problem_label_not_alias', say(text)),
  'unknown-source': ({ id }) => t('packs_problem_unknown_source', say(id)),
  'unknown-entity': ({ id }) => t('packs_problem_unknown_entity', say(id)),
  'unknown-claim': ({ id }) => t('packs_problem_unknown_claim', say(id)),
  'refers-to-refused': ({ id }) => t('packs_problem_refers_to_refused', say(id)),
  'refers-to-itself': () => t('packs_problem_refers_to_itself'),
  'reference-cycle': () => t('packs_problem_reference_cycle'),
  'one-sided-conflict': ({ id }) => t('packs_problem_one_sided_conflict', say(id)),
  'named-twice': ({ id }) => t('packs_problem_named_twice', say(id)),
  'wrong-offsets': ({ found, expected }) =>
    t('packs_problem_wrong_offsets', say(found), say(expected)),
  'stray-quote': () => t('packs_problem_stray_quote'),
  'unclosed-quote': () => t('packs_problem_unclosed_quote'),
  'wrong-columns': ({ found, expected }) =>
    t('packs_problem_wrong_columns', say(found), say(expected)),
  'too-many-columns': ({ max }) => t('packs_problem_too_many_columns', say(max)),
  'duplicate-column': ({ column }) => t('packs_problem_duplicate_column', say(column)),
  'no-name-column': () => t('packs_problem_no_name_column'),
  'no-name': () => t('packs_problem_no_name'),
  'schema-not-used': ({ schema }) => t('packs_problem_schema_not_used', say(schema)),
  'not-an-entity': () => t('packs_problem_not_an_entity'),
  'not-an-annotation': () => t('packs_problem_not_an_annotation'),
  'no-target': () => t('packs_problem_no_target'),
  'no-quotation': () => t('packs_problem_no_quotation'),
  'newer-format': () => t('packs_problem_newer_format'),
};

/** A value that a problem came without leaves a gap, not the word "undefined". */
function say(value: Value): MessageValue {
  return value ?? '…';
}

function sectionWords(section: Value): string {
  switch (section) {
    case 'sources':
    case 'entities':
    case 'claims':
    case 'relations':
      return sectionName(section);
    default:
      return String(say(section));
  }
}
