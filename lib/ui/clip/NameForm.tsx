import { useState } from 'preact/hooks';
import type { NewName } from '../../core/clipping/clip-form';
import type { Saved } from '../../core/clipping/clip-schema';
import { t } from '../message';
import { useSaving } from './ClipFormView';
import { problemsByField } from './form-problems';
import { NewNameFields } from './NewNameFields';

export interface NameFormProps {
  readonly title: string;
  readonly initial: NewName;
  readonly save: (name: NewName) => Promise<Saved>;
  readonly onDiscard: () => void;
  readonly discardWords: string;
}

/** A name of the reader's own, with its other written forms. */
export function NameForm({ title, initial, save, onDiscard, discardWords }: NameFormProps) {
  const [name, setName] = useState(initial);
  const { problems, failed, isSaving, element, submit } = useSaving(() => save(name));
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
      <h1 tabIndex={-1}>{title}</h1>
      <NewNameFields name={name} onChange={setName} problem={problemsByField(problems)('entity')} />
      <div class="clip-foot">
        <div role="alert">{failed && <p class="problem">{t('clip_save_failed')}</p>}</div>
        <button type="submit" class="button primary" disabled={isSaving}>
          {t('clip_save')}
        </button>
        <button type="button" class="button" onClick={onDiscard}>
          {discardWords}
        </button>
      </div>
    </form>
  );
}
