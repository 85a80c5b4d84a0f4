import { useContext } from 'preact/hooks';
import type { NewName } from '../../core/clipping/clip-form';
import type { NameTwin } from '../../core/clipping/clip-schema';
import { entityKindName } from '../kind-names';
import { t } from '../message';
import { NameTwinsContext } from './use-name-twins';

export interface NameTwinListProps {
  readonly name: NewName;
  /** Takes the name that is known; absent where the reader changes one of theirs. */
  readonly onUse?: (twin: NameTwin) => void;
}

/** Warns that a name is known already, before there are two of it. */
export function NameTwinList({ name, onUse }: NameTwinListProps) {
  const twins = useContext(NameTwinsContext);
  const open = twins?.of(name) ?? [];
  return (
    <div class="name-twins" aria-live="polite">
      {open.length > 0 && (
        <>
          <ul aria-label={t('clip_twins')}>
            {open.map((twin) => (
              <li key={`${twin.form} ${twin.key}`}>
                <p dir="auto">
                  {t('clip_twin', twin.form, twin.label, twin.pack)}{' '}
                  <span class="hit-kind">{entityKindName(twin.kind)}</span>
                </p>
                {onUse && (
                  <button type="button" class="button" onClick={() => onUse(twin)}>
                    {t('clip_twin_use', twin.label)}
                  </button>
                )}
              </li>
            ))}
          </ul>
          <button type="button" class="button" onClick={() => twins?.keep(name)}>
            {t(onUse ? 'clip_twin_make' : 'clip_twin_keep')}
          </button>
        </>
      )}
    </div>
  );
}
