import { t } from '../message';
import type { Difference } from './packs-api';
import { valueWords } from './value-words';

/** What was there, what the reader made of it, and what the file says now. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <>
      {differences.map(({ path, base, mine, theirs }) => (
        <div key={path} class="difference">
          <p class="difference-field">{path === '' ? t('packs_side_whole') : path}</p>
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
