import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { SearchHit } from '../../core/search/search-hit';
import { claimCount } from '../claim-view';
import { claimKindName, entityKindName } from '../kind-names';
import { t } from '../message';
import { PackName } from '../PackName';
import type { ClaimHit, EntityHit, HitGroups } from './group-hits';

export const RESULT_LIST_ID = 'results';

export function resultId(index: number): string {
  return `result-${index}`;
}

export interface ResultListProps {
  readonly groups: HitGroups;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onOpen: (hit: SearchHit) => void;
}

/** Search results, names before claims. The focus stays in the search box. */
export function ResultList({ groups, active, onActive, onOpen }: ResultListProps) {
  const option = (hit: SearchHit, index: number, children: ComponentChildren) => (
    <Option
      key={hit.kind === 'entity' ? hit.entity : hit.claim}
      id={resultId(index)}
      active={index === active}
      onHover={() => onActive(index)}
      onOpen={() => onOpen(hit)}
    >
      {children}
    </Option>
  );
  const { entities, claims } = groups;
  return (
    <div role="listbox" id={RESULT_LIST_ID} aria-label={t('popup_results')} class="results">
      <Group heading={t('popup_names')} id="found-names">
        {entities.map((hit, index) => option(hit, index, <EntityOption hit={hit} />))}
      </Group>
      <Group heading={t('popup_claims')} id="found-claims">
        {claims.map((hit, index) =>
          option(hit, entities.length + index, <ClaimOption hit={hit} />),
        )}
      </Group>
    </div>
  );
}

interface GroupProps {
  readonly heading: string;
  readonly id: string;
  readonly children: readonly ComponentChildren[];
}

function Group({ heading, id, children }: GroupProps) {
  if (children.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
    <div role="group" aria-labelledby={id}>
      <p class="group-heading" id={id} role="presentation">
        {heading}
      </p>
      {children}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly active: boolean;
  readonly onHover: () => void;
  readonly onOpen: () => void;
  readonly children: ComponentChildren;
}

function Option({ id, active, onHover, onOpen, children }: OptionProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox answers the keys
    <div
      ref={element}
      role="option"
      id={id}
      class="result"
      aria-selected={active}
      // Moved, not entered: results that change under a resting pointer must not be chosen.
      onPointerMove={() => !active && onHover()}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onOpen}
    >
      {children}
    </div>
  );
}

function EntityOption({ hit }: { hit: EntityHit }) {
  return (
    <>
      <span class="result-line">
        <span class="result-name" dir="auto">
          {hit.label}
        </span>
        {hit.native && (
          <span class="result-native" dir="auto">
            {hit.native}
          </span>
        )}
        <span class="result-meta result-end">
          {entityKindName(hit.entityKind)} · {claimCount(hit.claims)}
        </span>
      </span>
      {hit.matched && hit.matched !== hit.native && (
        <span class="result-matched" dir="auto">
          {t('quoted', hit.matched)}
        </span>
      )}
      <span class="result-text one-line">{hit.summary}</span>
      {hit.origins && (
        <span class="result-origins">
          {hit.origins.map(({ pack, title, colour }) => (
            <PackName key={pack} title={title} colour={colour} />
          ))}
        </span>
      )}
    </>
  );
}

function ClaimOption({ hit }: { hit: ClaimHit }) {
  return (
    <>
      <span class="result-line">
        <span class="result-kind">{claimKindName(hit.claimKind)}</span>
        <span class="result-meta">{hit.entityLabel}</span>
      </span>
      <span class="result-text">{hit.label}</span>
    </>
  );
}
