import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClipNotice } from '../../core/clipping/clip-draft';
import type { ClipForm } from '../../core/clipping/clip-form';
import type { KnownFinding, Saved } from '../../core/clipping/clip-schema';
import { CLAIM_KINDS, type ClaimKind } from '../../core/facts/pack-schema';
import type { ImportProblem } from '../../core/packs/import-problem';
import { claimKindName } from '../kind-names';
import { t } from '../message';
import { ClipExcerpt } from './ClipExcerpt';
import type { ClipApi } from './clip-api';
import { Field, TextField } from './Field';
import { Findings } from './Findings';
import { otherProblems, problemsByField } from './form-problems';
import { NamesField } from './NamesField';
import { NoticeList } from './NoticeList';
import { SourceFields } from './SourceFields';
import { SpeakerField } from './SpeakerField';

const MAX_NAMES = 20;
const FIELDS = ['claim.entities', 'claim.text', 'claim.date', 'claim.speaker', 'claim.evidence'];
const SOURCE_FIELDS = ['url', 'title', 'publisher', 'author', 'published', 'language'];

export interface ClipFormViewProps {
  readonly title: string;
  readonly initial: ClipForm;
  readonly notices: readonly ClipNotice[];
  readonly searchNames: ClipApi['searchNames'];
  readonly findings: (form: ClipForm) => Promise<readonly KnownFinding[]>;
  readonly save: (form: ClipForm) => Promise<Saved>;
  readonly onDiscard: () => void;
}

/** From an excerpt to a claim: about whom, who says it, and what it says. */
export function ClipFormView(props: ClipFormViewProps) {
  const { title, initial, notices, searchNames, onDiscard } = props;
  const [form, setForm] = useState(initial);
  const findings = useFindings(props.findings, form);
  const { problems, failed, isSaving, element, submit } = useSaving(() => props.save(form));
  const problemOf = problemsByField(problems);
  const change = (part: Partial<ClipForm>): void => setForm((before) => ({ ...before, ...part }));
  const shown = [
    ...FIELDS,
    ...SOURCE_FIELDS.map((name) => `source.${name}`),
    ...form.entities.map((_, index) => `entities[${index}]`),
  ];
  return (
    <form
      class="clip-form"
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h1 tabIndex={-1}>{title}</h1>
      <ClipExcerpt
        excerpt={form.excerpt}
        language={form.source.language}
        problem={problemOf('claim.evidence')}
        onChange={(excerpt) => change({ excerpt })}
      />
      <NoticeList notices={notices} />
      <NamesField
        label={t('clip_about')}
        help={t('clip_about_help')}
        chosen={form.entities}
        max={MAX_NAMES}
        search={searchNames}
        onChange={(entities) => change({ entities })}
        problem={problemOf('claim.entities')}
        problemOf={(index) => problemOf(`entities[${index}]`)}
      />
      <TextField
        label={t('clip_text')}
        help={t('clip_text_help')}
        rows={3}
        value={form.text}
        problem={problemOf('claim.text')}
        onValue={(text) => change({ text })}
      />
      <div class="clip-columns">
        <Field label={t('clip_kind')}>
          {(ids) => (
            <select
              {...ids}
              value={form.kind}
              onChange={(event) => change({ kind: event.currentTarget.value as ClaimKind })}
            >
              {CLAIM_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {claimKindName(kind)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t('clip_date')}
          help={t('clip_date_help')}
          value={form.date}
          problem={problemOf('claim.date')}
          onValue={(date) => change({ date })}
        />
      </div>
      <SpeakerField
        speaker={form.speaker}
        search={searchNames}
        problem={problemOf('claim.speaker')}
        onChange={(speaker) => change({ speaker })}
      />
      <SourceFields
        source={form.source}
        problemOf={problemOf}
        onChange={(source) => change({ source })}
      />
      <Findings findings={findings} />
      <div class="clip-foot">
        <div role="alert">
          {problems.length > 0 && <p class="problem">{t('clip_not_saved_yet')}</p>}
          {otherProblems(problems, shown).map((words) => (
            <p key={words} class="problem">
              {words}
            </p>
          ))}
          {failed && <p class="problem">{t('clip_save_failed')}</p>}
        </div>
        <button type="submit" class="button primary" disabled={isSaving}>
          {t('clip_save')}
        </button>
        <button type="button" class="button" onClick={onDiscard}>
          {t('clip_discard')}
        </button>
      </div>
    </form>
  );
}

/** Saves, and leads to the first field with something wrong. */
export function useSaving(save: () => Promise<Saved>) {
  const element = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<readonly ImportProblem[]>([]);
  const [failed, setFailed] = useState(false);
  const [isSaving, setSaving] = useState(false);
  useEffect(() => {
    if (problems.length === 0) return;
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  function submit(): void {
    if (isSaving) return;
    setSaving(true);
    setFailed(false);
    save()
      .then(
        (saved) => setProblems(saved.ok ? [] : saved.problems),
        () => setFailed(true),
      )
      .finally(() => setSaving(false));
  }
  return { problems, failed, isSaving, element, submit };
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
