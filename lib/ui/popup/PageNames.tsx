import { useEffect, useRef, useState } from 'preact/hooks';
import type { Briefing } from '../../core/briefing/briefing-schema';
import { oneOf } from '../format-list';
import { entityKindName } from '../kind-names';
import { plural, t } from '../message';
import { useReveal } from '../use-reveal';
import { mentionPlace, type PageName } from './page-names';
import type { Detail, PopupApi } from './popup-api';

/** A page of 5,000 mentions may name hundreds; the first are those that its beginning is about. */
const NAMES_AT_FIRST = 40;
const NAMES_MORE = 100;

export interface PageNamesProps {
  readonly names: readonly PageName[];
  readonly entities: Briefing['entities'];
  readonly goToMention: PopupApi['goToMention'];
  readonly onDetail: (detail: Detail) => void;
}

/** Where the reader went last: which mention of which name, and the words around it. */
interface Visit {
  readonly name: string;
  readonly index: number;
  readonly words: readonly [before: string, words: string, after: string] | null;
}

/**
 * Everybody and everything that the page names, in reading order: the same as its marks, for those
 * who do not see them or do not point.
 */
export function PageNames({ names, entities, goToMention, onDetail }: PageNamesProps) {
  const [visit, setVisit] = useState<Visit | null>(null);
  const latest = useRef(0);
  const { shown, reveal, list } = useReveal<HTMLUListElement>(NAMES_AT_FIRST, NAMES_MORE);
  const known = new Map(entities.map((entity) => [entity.key, entity]));
  const mentions = names.reduce((sum, { count }) => sum + count, 0);
  useEffect(() => () => void latest.current++, []);

  const go = (name: PageName, step: 1 | -1) => {
    const before = visit?.name === name.id ? visit.index : step === 1 ? -1 : 0;
    const index = (before + step + name.count) % name.count;
    const place = mentionPlace(name, index);
    if (!place) return;
    setVisit({ name: name.id, index, words: null });
    const turn = ++latest.current;
    void goToMention(place).then((words) => {
      if (turn === latest.current) setVisit({ name: name.id, index, words });
    });
  };
  const visited = names.find(({ id }) => id === visit?.name);
  return (
    <section class="names" aria-labelledby="names-heading">
      <h2 class="group-heading" id="names-heading">
        {t('popup_names_on_page')}
      </h2>
      <p class="counts">
        {plural('panel_names', names.length)} · {plural('panel_mentions', mentions)}
      </p>
      <ul ref={list}>
        {names.slice(0, shown).map((name) => (
          <NameRow
            key={name.id}
            name={name}
            about={name.entities.length === 1 ? known.get(name.entities[0]?.key ?? '') : undefined}
            visit={visit?.name === name.id ? visit : null}
            onStep={(step) => go(name, step)}
            onDetail={onDetail}
          />
        ))}
      </ul>
      {shown < names.length && (
        <button type="button" class="quiet" onClick={reveal}>
          {plural('panel_more_names', names.length - shown)}
        </button>
      )}
      <p class="spoken" role="status">
        {visit && visited && spokenPlace(visit, visited)}
      </p>
    </section>
  );
}

function spokenPlace({ index, words }: Visit, { count }: PageName): string {
  const place = t('panel_place', index + 1, count);
  return words ? `${place}: ${words.join('')}` : place;
}

interface NameRowProps {
  readonly name: PageName;
  readonly about: Briefing['entities'][number] | undefined;
  readonly visit: Visit | null;
  readonly onStep: (step: 1 | -1) => void;
  readonly onDetail: (detail: Detail) => void;
}

function NameRow({ name, about, visit, onStep, onDetail }: NameRowProps) {
  const [first, ...others] = name.entities;
  if (!first) return null;
  const label = oneOf([...new Set(name.entities.map((entity) => entity.label))]);
  return (
    <li class={visit ? 'name-entry current' : 'name-entry'}>
      <div class="name-row">
        <button
          type="button"
          class="go-to"
          title={t('popup_go_to', label)}
          onClick={() => onStep(1)}
        >
          <span class="result-name" dir="auto">
            {label}
          </span>
          {about?.native && (
            <span class="result-native" lang={about.native.lang} dir="auto">
              {about.native.text}
            </span>
          )}
          {about && <span class="name-kind">{entityKindName(about.kind)}</span>}
          <span class="count" aria-hidden="true">
            {t('popup_times', name.count)}
          </span>
          <span class="spoken">{plural('popup_times_spoken', name.count)}</span>
        </button>
        {name.count > 1 && (
          <>
            <StepButton label={t('panel_previous_place', label)} onPress={() => onStep(-1)}>
              ↑
            </StepButton>
            <StepButton label={t('panel_next_place', label)} onPress={() => onStep(1)}>
              ↓
            </StepButton>
          </>
        )}
        <button
          type="button"
          class="about"
          aria-label={t('popup_details', label)}
          title={t('popup_details', label)}
          onClick={() => onDetail({ entities: [first, ...others] })}
        >
          <span aria-hidden="true">›</span>
        </button>
      </div>
      {visit && <Place visit={visit} count={name.count} />}
    </li>
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: string;
}

function StepButton({ label, onPress, children }: StepButtonProps) {
  return (
    <button type="button" class="step" aria-label={label} title={label} onClick={onPress}>
      <span aria-hidden="true">{children}</span>
    </button>
  );
}

function Place({ visit, count }: { visit: Visit; count: number }) {
  return (
    <p class="place">
      <span class="place-number">{t('panel_place', visit.index + 1, count)}</span>
      {visit.words && (
        <span class="place-words" dir="auto">
          {visit.words[0]}
          <b>{visit.words[1]}</b>
          {visit.words[2]}
        </span>
      )}
    </p>
  );
}
