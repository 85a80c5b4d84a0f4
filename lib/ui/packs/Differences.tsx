import { fieldWords } from '../field-words';
import { t } from '../message';
import { differingParts, valueWords } from '../value-words';
import type { Change, Difference } from './packs-api';

/** What was there, what the reader made of it, and what the file says now. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <>
      {differences.map(({ path, base, mine, theirs }) => (
        <div key={path} class="difference">
          <p class="difference-field">{fieldWords(path)}</p>
          <dl class="sides">
            <Side name={t('packs_side_base')} value={base} />
            <Side name={t('packs_side_mine')} value={mine} isKept />
            <Side name={t('packs_side_theirs')} value={theirs} />
          </dl>
        </div>
      ))}
    </>
  );
}

/** What a reader sees now and will see after the update. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <>
      {changes.map(({ field, isEdited, ...whole }) => {
        const { before, after } = differingParts(whole.before, whole.after);
        return (
          <div key={field} class="difference">
            <p class="difference-field">{fieldWords(field)}</p>
            <dl class="sides">
              <Side name={t('packs_side_now')} value={before} />
              <Side name={t('packs_side_then')} value={after} />
            </dl>
            {isEdited && <p class="help">{t('packs_side_edited')}</p>}
          </div>
        );
      })}
    </>
  );
}

interface SideProps {
  readonly name: string;
  readonly value: unknown;
  readonly isKept?: boolean;
}

function Side({ name, value, isKept = false }: SideProps) {
  const words = valueWords(value);
  return (
    <div class={isKept ? 'side kept' : 'side'}>
      <dt>{name}</dt>
      {words === null ? (
        <dd class="help">{t('packs_side_nothing')}</dd>
      ) : (
        <dd dir="auto">{words}</dd>
      )}
    </div>
  );
}
