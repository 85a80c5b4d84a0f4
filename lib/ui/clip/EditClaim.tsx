import { useEffect, useState } from 'preact/hooks';
import type { ClipForm } from '../../core/clipping/clip-form';
import type { ClaimKey } from '../../core/facts/keys';
import { t } from '../message';
import { ClipFormView } from './ClipFormView';
import { ClipMessage } from './ClipMessage';
import type { ClipApi } from './clip-api';
import { formatClipRoute } from './clip-route';
import { HistoryFold } from './HistoryFold';
import { PageFrame } from './PageFrame';

/** A claim of the reader's own, to be changed. */
export function EditClaim({ api, claim }: { readonly api: ClipApi; readonly claim: ClaimKey }) {
  const [form, setForm] = useState<ClipForm | null | undefined>(undefined);
  useEffect(() => {
    api.formOf(claim).then(setForm, () => setForm(null));
  }, [api, claim]);
  const back = (): void => {
    location.hash = formatClipRoute({ view: 'own' });
  };
  return (
    <PageFrame>
      {form === null && (
        <ClipMessage title={t('clip_gone')} words={t('clip_gone_help')}>
          <a href={formatClipRoute({ view: 'own' })}>{t('clip_own')}</a>
        </ClipMessage>
      )}
      {form && (
        <ClipFormView
          title={t('clip_title_edit')}
          initial={form}
          notices={[]}
          searchNames={api.searchNames}
          findTwins={(forms) => api.findTwins(forms, null)}
          findings={(changed) => api.findings(changed, claim)}
          save={async (changed) => {
            const saved = await api.save(changed, { claim });
            if (saved.ok) back();
            return saved;
          }}
          onDiscard={back}
        />
      )}
      {form && <HistoryFold load={() => api.own.history(claim, 'claims')} of={form.text} />}
    </PageFrame>
  );
}
