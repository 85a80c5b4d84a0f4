import { useId, useState } from 'preact/hooks';
import { formatRoute } from '../../core/library/routes';
import { t } from '../message';
import { PackName } from '../PackName';
import { DeletePack } from './DeletePack';
import { PackColourChoice } from './PackColourChoice';
import { PackExport } from './PackExport';
import { contentWords, originWords } from './pack-words';
import type { Pack, PackChoice, PacksApi } from './packs-api';

export interface PackEntryProps {
  readonly api: PacksApi;
  readonly pack: Pack;
  /** Null where it is the first already. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onChoose: (choice: PackChoice) => void;
  readonly onDelete: () => Promise<void>;
}

export function PackEntry({ api, pack, onUp, onDown, onChoose, onDelete }: PackEntryProps) {
  const { id, title, version, license, description, origin, isEnabled, colour } = pack;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li class={isEnabled ? 'entry pack' : 'entry pack disabled'} data-pack={id}>
      <div class="pack-line">
        <div class="entry-words">
          <p class="entry-name" dir="auto">
            <PackName title={title} colour={colour} />
          </p>
          <p class="help">
            {contentWords(pack)} · {originWords(pack)}
          </p>
        </div>
        <div class="entry-tools">
          <label class="choice">
            <input
              type="checkbox"
              checked={isEnabled}
              aria-label={t('packs_use_of', title)}
              onChange={({ currentTarget }) => onChoose({ isEnabled: currentTarget.checked })}
            />
            {t('packs_use')}
          </label>
          <span class="order-tools">
            <Arrow
              label={t('packs_up_of', title)}
              path="M8 12.5V4M4 7.5 8 3.5l4 4"
              onClick={onUp}
            />
            <Arrow
              label={t('packs_down_of', title)}
              path="M8 3.5V12M4 8.5l4 4 4-4"
              onClick={onDown}
            />
          </span>
        </div>
      </div>
      <details
        class="fold"
        open={isOpen}
        onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      >
        <summary>
          {t('packs_more')}
          <span class="spoken"> {title}</span>
        </summary>
        {isOpen && (
          <div class="pack-details">
            <p class="pack-description" dir="auto">
              {description}
            </p>
            <p class="help">
              {t('packs_version', version)} · {t('packs_license', license)} ·{' '}
              <a href={`${api.libraryUrl}${formatRoute({ view: 'entities', pack: id })}`}>
                {t('packs_browse')}
              </a>
            </p>
            <Painting pack={pack} onChoose={onChoose} />
            <PackColourChoice pack={pack} onChoose={(each) => onChoose({ colour: each })} />
            <PackExport api={api} pack={pack} />
            {origin === 'imported' && <DeletePack pack={pack} onDelete={onDelete} />}
          </div>
        )}
      </details>
    </li>
  );
}

type PaintingProps = Pick<PackEntryProps, 'pack' | 'onChoose'>;

function Painting({ pack, onChoose }: PaintingProps) {
  const help = useId();
  const isOurs = pack.origin === 'bundled';
  return (
    <div>
      <label class="choice">
        <input
          type="checkbox"
          checked={pack.isPainted}
          aria-label={t('packs_paint_of', pack.title)}
          aria-describedby={isOurs ? undefined : help}
          onChange={({ currentTarget }) => onChoose({ isPainted: currentTarget.checked })}
        />
        {t('packs_paint')}
      </label>
      {!isOurs && (
        <p class="help paint-help" id={help}>
          {t('packs_paint_help')}
        </p>
      )}
    </div>
  );
}

interface ArrowProps {
  readonly label: string;
  readonly path: string;
  readonly onClick: (() => void) | null;
}

function Arrow({ label, path, onClick }: ArrowProps) {
  return (
    <button
      type="button"
      class="arrow"
      aria-label={label}
      title={label}
      // Stays reachable, so that the focus is not lost where a pack arrives at an end.
      aria-disabled={onClick === null}
      onClick={() => onClick?.()}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" stroke-width="1.6" />
      </svg>
    </button>
  );
}
