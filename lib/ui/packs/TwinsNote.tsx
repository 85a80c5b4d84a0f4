import { useEffect, useState } from 'preact/hooks';
import { plural } from '../message';
import { PackName } from '../PackName';
import type { StagedImport, Twins } from './packs-api';

/** Says which names the reader has already; nothing where there are none. */
export function TwinsNote({ staged }: { readonly staged: StagedImport }) {
  const [twins, setTwins] = useState<Twins | null>(null);
  useEffect(() => {
    let isCurrent = true;
    staged.twins().then(
      (found) => isCurrent && setTwins(found),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [staged]);
  return (
    <div class="twins" role="status">
      {twins !== null && twins.count > 0 && <Known twins={twins} />}
    </div>
  );
}

function Known({ twins: { count, isComplete, first } }: { readonly twins: Twins }) {
  const rest = count - first.length;
  return (
    <>
      <p>{plural(isComplete ? 'packs_twins' : 'packs_twins_at_least', count)}</p>
      <ul>
        {first.map(({ label, pack }) => (
          <li key={label}>
            <bdi>{label}</bdi>{' '}
            <span class="help">
              <PackName title={pack.title} colour={pack.colour} />
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="help">{plural('packs_twins_rest', rest)}</p>}
    </>
  );
}
