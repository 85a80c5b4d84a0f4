import { useEffect, useState } from 'preact/hooks';
import type { NewName } from '../../core/clipping/clip-form';
import type { EntityKey } from '../../core/facts/keys';
import { t } from '../message';
import { ClipMessage } from './ClipMessage';
import type { ClipApi } from './clip-api';
import { formatClipRoute } from './clip-route';
import { HistoryFold } from './HistoryFold';
import { NameForm } from './NameForm';
import { PageFrame } from './PageFrame';

/** A key for a name that is not there yet. */
export const NEW_NAME = 'new';

const EMPTY: NewName = {
  type: 'new',
  label: '',
  kind: 'organisation',
  aliases: [],
  description: '',
};

/** A name of the reader's own, to be changed or made. */
export function EditName({ api, entity }: { readonly api: ClipApi; readonly entity: EntityKey }) {
  const isNew = entity === NEW_NAME;
  const [name, setName] = useState<NewName | null | undefined>(isNew ? EMPTY : undefined);
  useEffect(() => {
    if (isNew) return;
    api.own.list().then(
      ({ names }) => setName(names.find(({ key }) => key === entity)?.name ?? null),
      () => setName(null),
    );
  }, [api, entity]);
  const back = (): void => {
    location.hash = formatClipRoute({ view: 'own' });
  };
  return (
    <PageFrame>
      {name === null && (
        <ClipMessage title={t('clip_gone')} words={t('clip_gone_help')}>
          <a href={formatClipRoute({ view: 'own' })}>{t('clip_own')}</a>
        </ClipMessage>
      )}
      {name && (
        <NameForm
          title={t(isNew ? 'clip_add_name' : 'clip_edit_name')}
          initial={name}
          findTwins={(forms) => api.findTwins(forms, isNew ? null : entity)}
          {...(isNew && {
            onUse: ({ key }) => {
              location.href = api.hrefOfName(key);
            },
          })}
          save={async (changed) => {
            const saved = await api.saveName(changed, isNew ? {} : { entity });
            if (saved.ok) back();
            return saved;
          }}
          onDiscard={back}
          discardWords={t('clip_discard')}
        />
      )}
      {name && !isNew && (
        <HistoryFold load={() => api.own.history(entity, 'entities')} of={name.label} />
      )}
    </PageFrame>
  );
}
