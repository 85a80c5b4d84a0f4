import { useContext } from 'preact/hooks';
import type { EntityCard } from '../../core/facts/card';
import { Surroundings } from '../card-surroundings';
import { t } from '../message';

/** How the reader can change a name, or why not. */
export function EditEntity({ card }: { readonly card: EntityCard }) {
  const { editHref } = useContext(Surroundings);
  const { label, id } = card.entity;
  const href = editHref?.(card, 'entities', id) ?? null;
  if (href === null) {
    return card.pack.origin === 'bundled' ? (
      <p class="help">{t('edit_cannot_bundled', label)}</p>
    ) : null;
  }
  return (
    <p class="edit-entity">
      <a href={href} dir="auto">
        {t('clip_edit_of', label)}
      </a>
      {card.edited?.entity && <span class="help">{t('changed_by_you')}</span>}
    </p>
  );
}
