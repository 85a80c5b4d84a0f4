import { useState } from 'preact/hooks';
import { ENTITY_KINDS, type EntityKind } from '../../core/facts/pack-schema';
import type { TableMapping } from '../../core/packs/suggest-mapping';
import { entityKindName } from '../kind-names';
import { locale, t } from '../message';
import { ColumnMapping } from './ColumnMapping';
import type { PackDraft } from './pack-draft';
import { formatName } from './pack-words';
import type { Pack } from './packs-api';
import { SelectField } from './SelectField';
import type { ImportStep } from './use-import';

/** Languages that lists are offered for; what a list says itself goes before. */
const LANGUAGES = 'en zh-Hans zh-Hant ja ko ar de es fa fr hi it pt ru tr uk'.split(' ');

export interface PrepareFormProps {
  readonly step: Extract<ImportStep, { readonly at: 'asking' }>;
  readonly packs: readonly Pack[];
  readonly onRead: (draft: PackDraft) => void;
  readonly onCancel: () => void;
}

/** What a list does not say of itself, before it is read. */
export function PrepareForm({ step, packs, onRead, onCancel }: PrepareFormProps) {
  const { format } = step;
  const [title, setTitle] = useState(step.title);
  const [target, setTarget] = useState<string | null>(null);
  const [kind, setKind] = useState<EntityKind>('concept');
  const [language, setLanguage] = useState('und');
  const [mapping, setMapping] = useState<TableMapping | null>(step.mapping);
  const hasNames = mapping === null || mapping.roles.includes('label');
  // Lists of persons and firms say of each entry what it is.
  const asksKind = format === 'table' || format === 'annotations';
  const canRead = hasNames && title.trim() !== '';
  const targets = packs.filter(({ origin }) => origin === 'imported');
  return (
    <form
      class="prepare"
      onSubmit={(event) => {
        event.preventDefault();
        if (canRead) onRead({ title, target, kind, language, mapping });
      }}
    >
      <p class="help">
        {t('packs_file', step.file)} · {formatName(format)}
      </p>
      <div class="field">
        <label for="pack-title">{t('packs_pack_title')}</label>
        <input
          id="pack-title"
          type="text"
          required
          maxLength={200}
          value={title}
          dir="auto"
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </div>
      <div class="fields">
        {targets.length > 0 && (
          <SelectField
            label={t('packs_pack_target')}
            value={target ?? ''}
            options={[
              ['', t('packs_target_new')],
              ...targets.map((pack) => [pack.id, t('packs_target_update', pack.title)] as const),
            ]}
            onChange={(id) => {
              setTarget(id === '' ? null : id);
              const updated = targets.find((pack) => pack.id === id);
              if (updated) setTitle(updated.title);
            }}
          />
        )}
        {asksKind && (
          <SelectField
            label={t('packs_pack_kind')}
            value={kind}
            options={ENTITY_KINDS.map((each) => [each, entityKindName(each)] as const)}
            onChange={setKind}
          />
        )}
        <SelectField
          label={t('packs_pack_language')}
          value={language}
          options={[['und', t('packs_language_unknown')] as const, ...languageOptions()]}
          onChange={setLanguage}
        />
      </div>
      {mapping && step.mapping && (
        <ColumnMapping suggestion={step.mapping} mapping={mapping} onChange={setMapping} />
      )}
      <p class="problem" role="status">
        {hasNames ? '' : t('packs_need_name_column')}
      </p>
      <div class="form-line">
        <button type="submit" class="button primary" disabled={!canRead}>
          {t('packs_check')}
        </button>
        <button type="button" class="text-button" onClick={onCancel}>
          {t('packs_cancel')}
        </button>
      </div>
    </form>
  );
}

function languageOptions(): (readonly [string, string])[] {
  const names = new Intl.DisplayNames(locale(), { type: 'language' });
  const collator = new Intl.Collator(locale());
  return LANGUAGES.map((tag) => [tag, names.of(tag) ?? tag] as const).sort(([, a], [, b]) =>
    collator.compare(a, b),
  );
}
