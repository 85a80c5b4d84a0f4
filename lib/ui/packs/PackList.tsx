import { useState } from 'preact/hooks';
import { type PlainKey, t } from '../message';
import { DeletedPacks } from './DeletedPacks';
import { PackEntry } from './PackEntry';
import type { DeletedPack, Pack, PackChoice, PacksApi, ReturnOutcome } from './packs-api';
import type { PacksView } from './use-packs';

export interface PackListProps {
  readonly api: PacksApi;
  readonly packs: PacksView;
  /** What is stored has changed. */
  readonly onStored: () => void;
}

/** The installed packs in the reader's order, and what can be done with each. */
export function PackList({ api, packs: view, onStored }: PackListProps) {
  const { packs, deleted, failed, refresh } = view;
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const [latest, setLatest] = useState<string | null>(null);
  /** `work` gives what is to be said of it. */
  async function change(work: () => Promise<string>): Promise<void> {
    setNote('');
    setProblem('');
    try {
      setNote(await work());
    } catch (error) {
      setProblem(error instanceof Refusal ? error.message : t('packs_change_failed'));
    }
    refresh();
    onStored();
  }
  function choose(id: string, choice: PackChoice): void {
    void change(async () => {
      await api.choosePack(id, choice);
      return '';
    });
  }
  function move(index: number, by: number): void {
    const ids = (packs ?? []).map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(index + by, 0, moved);
    void change(async () => {
      await api.orderPacks(ids);
      const title = packs?.[index]?.title ?? moved;
      return t('packs_moved', title, index + by + 1, ids.length);
    });
  }
  async function remove({ id, title }: Pack): Promise<void> {
    await change(async () => {
      const store = await api.deletePack(id);
      setLatest(store);
      if (store === null) focusList();
      return t(store === null ? 'packs_deleted' : 'packs_deleted_undo', title);
    });
  }
  async function takeBack({ store, title }: DeletedPack): Promise<void> {
    await change(async () => {
      const outcome = await api.returnPack(store);
      if (outcome !== 'returned') throw new Refusal(t(NOT_RETURNED[outcome]));
      focusList();
      return t('packs_returned', title);
    });
  }
  async function giveUp({ store, title }: DeletedPack): Promise<void> {
    await change(async () => {
      await api.giveUpPack(store);
      focusList();
      return t('packs_given_up', title);
    });
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
            onChoose={(choice: PackChoice) => choose(pack.id, choice)}
            onDelete={() => remove(pack)}
          />
        ))}
      </ol>
      <DeletedPacks packs={deleted} latest={latest} onReturn={takeBack} onGiveUp={giveUp} />
    </section>
  );
}

/** Why something was not done, in words. */
class Refusal extends Error {}

const NOT_RETURNED = {
  gone: 'packs_return_gone',
  'id-taken': 'packs_return_taken',
  'too-many-packs': 'packs_return_too_many',
} as const satisfies Record<Exclude<ReturnOutcome, 'returned'>, PlainKey>;

/** What the focus was on is about to go. */
function focusList(): void {
  document.getElementById('list-title')?.focus();
}
