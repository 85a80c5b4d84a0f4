import type { ComponentChildren } from 'preact';
import { t } from '../message';
import type { SavingTrouble } from './use-saving';

export interface FormFootProps {
  readonly isSaving: boolean;
  readonly trouble: SavingTrouble;
  /** Whether fields above have something wrong. */
  readonly hasProblems: boolean;
  /** Problems that no field is about. */
  readonly others?: readonly string[];
  /** Beside the button that saves. */
  readonly children: ComponentChildren;
}

/** The end of a form: what keeps it from being saved, and the way to save it. */
export function FormFoot({ isSaving, trouble, hasProblems, others = [], children }: FormFootProps) {
  return (
    <div class="clip-foot">
      <div role="alert">
        {hasProblems && <p class="problem">{t('clip_not_saved_yet')}</p>}
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
      {children}
    </div>
  );
}
