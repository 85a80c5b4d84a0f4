import { useState } from 'preact/hooks';
import type { ChosenEntity } from '../../core/clipping/clip-form';
import type { Saved } from '../../core/clipping/clip-schema';
import { t } from '../message';
import type { ClipApi } from './clip-api';
import { TextField } from './Field';
import { FormFoot } from './FormFoot';
import { problemsByField } from './form-problems';
import { NamesField } from './NamesField';
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
  const { problems, trouble, isSaving, element, submit } = useSaving(async () =>
    known ? save(form.trim(), known) : NOBODY,
  );
  const problemOf = problemsByField(problems);
  return (
    <form
      class="clip-form"
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
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
      <FormFoot isSaving={isSaving} trouble={trouble} hasProblems={problems.length > 0}>
        <button type="button" class="button" onClick={onDiscard}>
          {t('clip_back_to_name')}
        </button>
      </FormFoot>
    </form>
  );
}
