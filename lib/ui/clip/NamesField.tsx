import type { ChosenEntity } from '../../core/clipping/clip-form';
import { entityKindName } from '../kind-names';
import { t } from '../message';
import type { EntityHit } from './clip-api';
import { Field } from './Field';
import { NameSearch } from './NameSearch';
import { NewNameFields } from './NewNameFields';

export interface NamesFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly chosen: readonly ChosenEntity[];
  /** How many there may be. */
  readonly max: number;
  readonly search: (words: string) => Promise<readonly EntityHit[]>;
  /** Whether a name may be made that is not there yet. */
  readonly canMake?: boolean;
  readonly onChange: (chosen: ChosenEntity[]) => void;
  readonly problem: string;
  /** What is wrong with the name at that place. */
  readonly problemOf: (index: number) => string;
}

/** Names that were chosen, and a search for more. New ones have fields of their own. */
export function NamesField(props: NamesFieldProps) {
  const { label, help, chosen, max, search, canMake = true, onChange } = props;
  const { problem, problemOf } = props;
  const without = (index: number): void => onChange(chosen.filter((_, at) => at !== index));
  const replace = (index: number, one: ChosenEntity): void => {
    const rest = chosen.filter((_, at) => at !== index);
    onChange(isIn(rest, one) ? rest : chosen.map((old, at) => (at === index ? one : old)));
  };
  const list = chosen.length > 0 && (
    <ul class="chosen-names" aria-label={label}>
      {chosen.map((one, index) => (
        <li key={one.type === 'known' ? one.key : `new ${index}`}>
          <p class="chosen-name">
            <bdi>{one.label}</bdi>
            <span class="hit-kind">
              {one.type === 'new' ? t('clip_is_new') : entityKindName(one.kind)}
            </span>
            <button
              type="button"
              class="text-button"
              aria-label={t('clip_remove_name', one.label)}
              onClick={() => without(index)}
            >
              {t('clip_remove')}
            </button>
          </p>
          {one.type === 'new' ? (
            <NewNameFields
              name={one}
              problem={problemOf(index)}
              onChange={(name) => replace(index, name)}
              onUse={({ key, label, kind }) => replace(index, { type: 'known', key, label, kind })}
            />
          ) : (
            <p class="problem">{problemOf(index)}</p>
          )}
        </li>
      ))}
    </ul>
  );
  if (chosen.length >= max) {
    return (
      <div class="names-field">
        {list}
        <p class="problem">{problem}</p>
      </div>
    );
  }
  return (
    <div class="names-field">
      <Field label={label} problem={problem} {...(help !== undefined && { help })}>
        {(ids) => (
          <>
            {list}
            <NameSearch
              ids={ids}
              search={search}
              canMake={canMake}
              onChoose={(one) => onChange(isIn(chosen, one) ? [...chosen] : [...chosen, one])}
              onBack={() => without(chosen.length - 1)}
            />
          </>
        )}
      </Field>
    </div>
  );
}

function isIn(chosen: readonly ChosenEntity[], one: ChosenEntity): boolean {
  return (
    one.type === 'known' && chosen.some((other) => other.type === 'known' && other.key === one.key)
  );
}
