import { useEffect, useState } from 'preact/hooks';
import type { ClipNotice } from '../../core/clipping/clip-draft';
import type { ClipForm } from '../../core/clipping/clip-form';
import type { KnownFinding, Saved } from '../../core/clipping/clip-schema';
import { t } from '../message';
import { CLAIM_FIELDS, ClaimFields } from './ClaimFields';
import { ClipExcerpt } from './ClipExcerpt';
import type { ClipApi } from './clip-api';
import { Findings } from './Findings';
import { otherProblems, problemsByField } from './form-problems';
import { NoticeList } from './NoticeList';
import { SavingForm } from './SavingForm';
import { SourceFields } from './SourceFields';
import { type FindTwins, NameTwinsContext, newNamesOf, useNameTwins } from './use-name-twins';
import { useSaving } from './use-saving';

const SOURCE_FIELDS = ['url', 'title', 'publisher', 'author', 'published', 'language'];

export interface ClipFormViewProps {
  readonly title: string;
  readonly initial: ClipForm;
  /** What may be taken instead of a sentence that was offered. */
  readonly paragraph?: ClipForm['excerpt'] | null;
  readonly notices: readonly ClipNotice[];
  readonly searchNames: ClipApi['searchNames'];
  readonly findTwins: FindTwins;
  readonly findings: (form: ClipForm) => Promise<readonly KnownFinding[]>;
  readonly save: (form: ClipForm) => Promise<Saved>;
  readonly onDiscard: () => void;
}

/** From an excerpt to a claim: about whom, who says it, and what it says. */
export function ClipFormView(props: ClipFormViewProps) {
  const { title, initial, paragraph = null, notices, searchNames, onDiscard } = props;
  const [form, setForm] = useState(initial);
  const findings = useFindings(props.findings, form);
  const speaker = form.speaker.type === 'entity' ? form.speaker.entity : null;
  const twins = useNameTwins(props.findTwins, newNamesOf([...form.entities, speaker]));
  const saving = useSaving(() => props.save(form), twins.settled);
  const { problems } = saving;
  const problemOf = problemsByField(problems);
  const change = (part: Partial<ClipForm>): void => setForm((before) => ({ ...before, ...part }));
  const shown = [
    ...CLAIM_FIELDS,
    'claim.evidence',
    ...SOURCE_FIELDS.map((name) => `source.${name}`),
    ...form.entities.map((_, index) => `entities[${index}]`),
  ];
  return (
    <SavingForm saving={saving} others={otherProblems(problems, shown)} onDiscard={onDiscard}>
      <h1 tabIndex={-1}>{title}</h1>
      <ClipExcerpt
        excerpt={form.excerpt}
        language={form.source.language}
        problem={problemOf('claim.evidence')}
        onChange={(excerpt) => change({ excerpt })}
      />
      {paragraph && (
        <button
          type="button"
          class="text-button"
          onClick={() =>
            change({ excerpt: form.excerpt === paragraph ? initial.excerpt : paragraph })
          }
        >
          {t(form.excerpt === paragraph ? 'clip_take_sentence' : 'clip_take_paragraph')}
        </button>
      )}
      <NoticeList notices={notices} />
      <NameTwinsContext.Provider value={twins}>
        <ClaimFields
          claim={form}
          search={searchNames}
          problemOf={problemOf}
          onChange={(part) => change(part)}
        />
      </NameTwinsContext.Provider>
      <SourceFields
        source={form.source}
        problemOf={problemOf}
        onChange={(source) => change({ source })}
      />
      <Findings findings={findings} />
    </SavingForm>
  );
}

/** Rests until the reader pauses. */
const FINDINGS_PAUSE_MS = 300;

function useFindings(
  find: (form: ClipForm) => Promise<readonly KnownFinding[]>,
  form: ClipForm,
): readonly KnownFinding[] {
  const [findings, setFindings] = useState<readonly KnownFinding[]>([]);
  const { entities, kind, text, date, excerpt, source } = form;
  useEffect(() => {
    let isOutdated = false;
    const timer = setTimeout(() => {
      find(form).then(
        (found) => !isOutdated && setFindings(found),
        () => {},
      );
    }, FINDINGS_PAUSE_MS);
    return () => {
      isOutdated = true;
      clearTimeout(timer);
    };
  }, [entities, kind, text, date, excerpt, source.url]);
  return findings;
}
