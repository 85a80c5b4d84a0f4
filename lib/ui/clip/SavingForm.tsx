import type { ComponentChildren } from 'preact';
import { t } from '../message';
import type { Saving } from './use-saving';

export interface SavingFormProps {
  readonly saving: Saving;
  /** Problems that no field is about. */
  readonly others?: readonly string[];
  /** Leaves without saving, in these words. */
  readonly onDiscard: () => void;
  readonly discardWords?: string;
  readonly children: ComponentChildren;
}

/** A form that is saved as a whole: its fields, what keeps it from being saved, and the ways out. */
export function SavingForm(props: SavingFormProps) {
  const { saving, others = [], onDiscard, discardWords = t('clip_discard'), children } = props;
  const { problems, trouble, isSaving, element, submit } = saving;
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
      {children}
      <div class="clip-foot">
        <div role="alert">
          {problems.length > 0 && <p class="problem">{t('clip_not_saved_yet')}</p>}
          {others.map((words) => (
            <p key={words} class="problem">
              {words}
            </p>
          ))}
          {trouble === 'undecided' && <p class="problem">{t('clip_twin_first')}</p>}
          {trouble === 'failed' && <p class="problem">{t('clip_save_failed')}</p>}
        </div>
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
