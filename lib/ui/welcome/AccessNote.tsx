import { useEffect, useState } from 'preact/hooks';
import { t } from '../message';

export interface AccessNoteProps {
  readonly hasAccess: () => Promise<boolean>;
  readonly requestAccess: () => Promise<boolean>;
}

type Access = 'asking' | 'given' | 'missing' | 'refused';

/** Whether Glossator may read pages, and the button that allows it where it may not. */
export function AccessNote({ hasAccess, requestAccess }: AccessNoteProps) {
  const [access, setAccess] = useState<Access>('asking');
  useEffect(() => {
    void hasAccess().then(
      (has) => setAccess(has ? 'given' : 'missing'),
      () => {},
    );
  }, [hasAccess]);
  function request(): void {
    requestAccess().then(
      (given) => setAccess(given ? 'given' : 'refused'),
      () => setAccess('refused'),
    );
  }
  return (
    <div class="access" role="status">
      {access === 'given' && <p class="granted">{t('welcome_permission_granted')}</p>}
      {(access === 'missing' || access === 'refused') && (
        <>
          <p class="problem">{t('welcome_permission_missing')}</p>
          {access === 'refused' && <p class="help">{t('welcome_permission_refused')}</p>}
          <p>
            <button type="button" class="button" onClick={request}>
              {t('welcome_permission_grant')}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
