import type { NewName } from '../../core/clipping/clip-form';
import type { NameTwin } from '../../core/clipping/clip-schema';
import { ENTITY_KINDS, type EntityKind } from '../../core/facts/pack-schema';
import { entityKindName } from '../kind-names';
import { t } from '../message';
import { Field, TextField } from './Field';
import { NameTwinList } from './NameTwinList';

export interface NewNameFieldsProps {
  readonly name: NewName;
  readonly onChange: (name: NewName) => void;
  readonly problem: string;
  /** Takes a name that is known instead. */
  readonly onUse?: (twin: NameTwin) => void;
}

/** What a new name is: its kind, other forms of it, who that is. */
export function NewNameFields({ name, onChange, problem, onUse }: NewNameFieldsProps) {
  return (
    <div class="new-name">
      <TextField
        label={t('clip_name')}
        value={name.label}
        problem={problem}
        onValue={(label) => onChange({ ...name, label })}
      />
      <NameTwinList name={name} {...(onUse && { onUse })} />
      <Field label={t('clip_name_kind')}>
        {(ids) => (
          <select
            {...ids}
            value={name.kind}
            onChange={(event) =>
              onChange({ ...name, kind: event.currentTarget.value as EntityKind })
            }
          >
            {ENTITY_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {entityKindName(kind)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label={t('clip_aliases')}
        help={t('clip_aliases_help')}
        rows={2}
        value={name.aliases.join('\n')}
        onValue={(lines) => onChange({ ...name, aliases: lines.split('\n').slice(0, 200) })}
      />
      <TextField
        label={t('clip_description')}
        rows={2}
        value={name.description}
        onValue={(description) => onChange({ ...name, description })}
      />
    </div>
  );
}
