import type { EntityKey } from '../../core/facts/keys';
import { t } from '../message';
import type { ClipApi } from './clip-api';
import { EditPackRecord } from './EditPackRecord';
import { NameForm } from './NameForm';

/** A name of an imported pack, to be changed. */
export function EditPackName({
  api,
  entity,
}: {
  readonly api: ClipApi;
  readonly entity: EntityKey;
}) {
  return (
    <EditPackRecord
      api={api.pack}
      recordKey={entity}
      section="entities"
      load={() => api.pack.name(entity)}
      wordsOf={({ name }) => name.label}
      hrefOf={() => api.hrefOfName(entity)}
    >
      {(found, onSaved, leave) => (
        <NameForm
          title={t('clip_edit_name')}
          help={t('edit_pack_help', found.pack)}
          initial={found.name}
          findTwins={(forms) => api.findTwins(forms, entity)}
          save={async (name) => {
            const saved = await api.pack.saveName(entity, name);
            if (saved.ok) onSaved(saved);
            return saved;
          }}
          onDiscard={leave}
          discardWords={t('clip_discard')}
        />
      )}
    </EditPackRecord>
  );
}
