import { useState } from 'preact/hooks';
import { t } from '../message';
import { PackEntry } from './PackEntry';
import type { Pack, PackChoice, PacksApi } from './packs-api';
import type { PacksView } from './use-packs';

export interface PackListProps {
  readonly api: PacksApi;
  readonly packs: PacksView;
  /** What is stored has changed. */
  readonly onStored: () => void;
}

/** The installed packs in the reader's order, and what can be done with each. */
export function PackList({ api, packs: { packs, failed, refresh }, onStored }: PackListProps) {
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  async function change(work: () => Promise<void>, done = ''): Promise<void> {
    setNote('');
    setProblem('');
    try {
      await work();
      setNote(done);
    } catch {
      setProblem(t('packs_change_failed'));
    }
    refresh();
    onStored();
  }
  function move(index: number, by: number): void {
    const ids = (packs ?? []).map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(index + by, 0, moved);
    void change(() => api.orderPacks(ids));
  }
  const all = packs ?? [];
  return (
    <section class="section" aria-labelledby="list-title">
      <h2 id="list-title" tabIndex={-1}>
        {t('packs_list')}
      </h2>
      {all.length > 1 && <p class="help">{t('packs_list_help')}</p>}
      <p class="problem" role="alert">
        {failed ? t('packs_list_failed') : problem}
      </p>
      <p class="granted" role="status">
        {note}
      </p>
      <ol class="entry-list packs">
        {all.map((pack, index) => (
          <PackEntry
            key={pack.id}
            api={api}
            pack={pack}
            onUp={index > 0 ? () => move(index, -1) : null}
            onDown={index < all.length - 1 ? () => move(index, 1) : null}
            onChoose={(choice: PackChoice) => void change(() => api.choosePack(pack.id, choice))}
            onDelete={() => change(() => api.deletePack(pack.id), deletedWords(pack))}
          />
        ))}
      </ol>
    </section>
  );
}

function deletedWords({ title }: Pack): string {
  return t('packs_deleted', title);
}
