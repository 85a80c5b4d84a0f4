import { useRef } from 'preact/hooks';
import { strings } from '../strings';
import { mentionPlace, mergeNames, type PageName } from './page-names';
import type { Detail, MentionPlace, PageState } from './popup-api';

const words = strings.popup;

export interface NamesOnPageProps {
  readonly page: PageState;
  readonly onGoTo: (place: MentionPlace) => void;
  readonly onDetail: (detail: Detail) => void;
}

/** The names that are marked on the page; a click leads to the first mention, then to the next. */
export function NamesOnPage({ page, onGoTo, onDetail }: NamesOnPageProps) {
  /** How often each name was gone to. */
  const visits = useRef(new Map<string, number>());
  if (page.state === 'connecting') return <p class="notice soft">{words.connecting}</p>;
  if (page.state === 'unreachable') {
    return (
      <div class="notice">
        <p>{words.unreachable}</p>
        <p class="help">{words.unreachableHelp}</p>
      </div>
    );
  }
  const names = mergeNames(page.frames);
  const goTo = (name: PageName) => {
    const visit = visits.current.get(name.id) ?? 0;
    visits.current.set(name.id, visit + 1);
    const place = mentionPlace(name, visit);
    if (place) onGoTo(place);
  };
  return (
    <section class="names" aria-labelledby="names-heading">
      <h2 class="group-heading" id="names-heading">
        {words.namesOnPage}
      </h2>
      {names.length === 0 && <p class="notice soft">{words.noNames}</p>}
      <ul>
        {names.map((name) => (
          <NameRow key={name.id} name={name} onGoTo={() => goTo(name)} onDetail={onDetail} />
        ))}
      </ul>
    </section>
  );
}

interface NameRowProps {
  readonly name: PageName;
  readonly onGoTo: () => void;
  readonly onDetail: (detail: Detail) => void;
}

function NameRow({ name, onGoTo, onDetail }: NameRowProps) {
  const [first, ...others] = name.entities;
  if (!first) return null;
  const label = [...new Set(name.entities.map((entity) => entity.label))].join(words.or);
  return (
    <li class="name-row">
      <button type="button" class="go-to" title={words.goTo(label)} onClick={onGoTo}>
        <span class="result-name" dir="auto">
          {label}
        </span>
        <span class="count" aria-hidden="true">
          {words.times(name.count)}
        </span>
        <span class="spoken">{words.timesSpoken(name.count)}</span>
      </button>
      <button
        type="button"
        class="about"
        aria-label={words.details(label)}
        title={words.details(label)}
        onClick={() => onDetail({ entities: [first, ...others] })}
      >
        <span aria-hidden="true">›</span>
      </button>
    </li>
  );
}
