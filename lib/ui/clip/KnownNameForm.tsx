import { useState } from 'preact/hooks';
import type { ChosenEntity } from '../../core/clipping/clip-form';
import type { Saved } from '../../core/clipping/clip-schema';
import { t } from '../message';
import type { ClipApi } from './clip-api';
import { TextField } from './Field';
import { problemsByField } from './form-problems';
import { NamesField } from './NamesField';
import { SavingForm } from './SavingForm';
import { useSaving } from './use-saving';

type Known = Extract<ChosenEntity, { readonly type: 'known' }>;

export interface KnownNameFormProps {
  readonly initial: string;
  readonly searchNames: ClipApi['searchNames'];
  readonly save: (form: string, known: Known) => Promise<Saved>;
  readonly onDiscard: () => void;
}

const NOBODY: Saved = {
  ok: false,
  problems: [{ code: 'missing-field', place: { path: 'known' }, values: {} }],
};

/** Selected words as another written form of a name that is known. */
export function KnownNameForm({ initial, searchNames, save, onDiscard }: KnownNameFormProps) {
  const [form, setForm] = useState(initial);
  const [known, setKnown] = useState<Known | null>(null);
  const saving = useSaving(async () => (known ? save(form.trim(), known) : NOBODY));
  const { problems } = saving;
  const problemOf = problemsByField(problems);
  return (
    <SavingForm saving={saving} onDiscard={onDiscard} discardWords={t('clip_back_to_name')}>
      <h1 tabIndex={-1}>{t('clip_add_form')}</h1>
      <TextField
        label={t('clip_form_written')}
        value={form}
        problem={problemOf('entity')}
        onValue={setForm}
      />
      <NamesField
        label={t('clip_form_of')}
        help={t('clip_form_of_help')}
        chosen={known ? [known] : []}
        max={1}
        canMake={false}
        search={searchNames}
        onChange={([one]) => setKnown(one?.type === 'known' ? one : null)}
        problem={problemOf('known')}
        problemOf={() => ''}
      />
    </SavingForm>
  );
}
