import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { ChosenEntity } from '../../core/clipping/clip-form';
import { entityKindName } from '../kind-names';
import { t } from '../message';
import type { EntityHit } from './clip-api';
import type { ControlIds } from './Field';
import { useNameSearch } from './use-name-search';

export interface NameSearchProps {
  readonly ids: ControlIds;
  readonly search: (words: string) => Promise<readonly EntityHit[]>;
  /** Whether a name may be made that is not there yet. */
  readonly canMake: boolean;
  readonly onChoose: (chosen: ChosenEntity) => void;
  /** Backspace where nothing is typed. */
  readonly onBack?: () => void;
}

/** Finds a name of the fact base while it is typed, or makes a new one of what is typed. */
export function NameSearch({ ids, search, canMake, onChoose, onBack }: NameSearchProps) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const found = useNameSearch(search, typed);
  const hits = found ?? [];
  // Before the answer is there, a known name would be made anew.
  const isOpen = typed.trim() !== '' && found !== null;
  const count = isOpen ? hits.length + (canMake ? 1 : 0) : 0;
  const place = Math.min(active, count - 1);

  function choose(index: number): void {
    const hit = hits[index];
    if (!hit && !canMake) return;
    onChoose(
      hit
        ? { type: 'known', key: hit.entity, label: hit.label, kind: hit.entityKind }
        : { type: 'new', label: typed.trim(), kind: 'organisation', aliases: [], description: '' },
    );
    setTyped('');
    setActive(0);
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Backspace' && typed === '') onBack?.();
    if (event.key === 'Enter' && typed !== '') event.preventDefault();
    if (count === 0) return;
    if (event.key === 'ArrowDown') setActive((place + 1) % count);
    else if (event.key === 'ArrowUp') setActive((place + count - 1) % count);
    else if (event.key === 'Enter') choose(place);
    else if (event.key === 'Escape') setTyped('');
    else return;
    event.preventDefault();
  }

  return (
    <div class="name-search">
      <input
        {...ids}
        ref={input}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={count > 0}
        aria-controls={count > 0 ? list : undefined}
        aria-activedescendant={count > 0 ? `${list}-${place}` : undefined}
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {count > 0 && (
        <div role="listbox" id={list} class="name-hits" aria-label={t('clip_names_found')}>
          {hits.map((hit, index) => (
            <Option
              key={hit.entity}
              id={`${list}-${index}`}
              isActive={index === place}
              onChoose={() => choose(index)}
            >
              <span class="hit-name" dir="auto">
                {hit.label}
              </span>
              <span class="hit-kind">{entityKindName(hit.entityKind)}</span>
            </Option>
          ))}
          {canMake && (
            <Option
              id={`${list}-${hits.length}`}
              isActive={hits.length === place}
              onChoose={() => choose(hits.length)}
            >
              <span class="hit-new">{t('clip_new_name', typed.trim())}</span>
            </Option>
          )}
        </div>
      )}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
}

function Option({ id, isActive, onChoose, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox answers the keys
    <div
      role="option"
      id={id}
      class="hit"
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
