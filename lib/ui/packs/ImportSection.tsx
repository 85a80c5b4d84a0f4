import { useEffect, useRef } from 'preact/hooks';
import { t } from '../message';
import { ChooseFile } from './ChooseFile';
import { FailureView } from './FailureView';
import { PrepareForm } from './PrepareForm';
import type { Pack, PacksApi } from './packs-api';
import { ReadingView } from './ReadingView';
import { RestoreView } from './RestoreView';
import { ReviewView } from './ReviewView';
import { TabList } from './TabList';
import type { Importing, ImportStep } from './use-import';

export interface ImportSectionProps {
  readonly api: PacksApi;
  readonly importing: Importing;
  readonly packs: readonly Pack[];
  /** Whether deleted packs still take up room. */
  readonly hasDeleted: boolean;
}

/** Adds a pack: the file, what is in it, what would change, and what came of it. */
export function ImportSection({ api, importing, packs, hasDeleted }: ImportSectionProps) {
  const section = useRef<HTMLElement>(null);
  const { step, refusal } = importing;
  useStepFocus(section, step.at);
  return (
    <section class="section adding" aria-labelledby="add-title" ref={section}>
      <h2 id="add-title" tabIndex={-1}>
        {headingOf(step)}
      </h2>
      <p class="problem" role="alert">
        {refusal}
      </p>
      <Step api={api} importing={importing} packs={packs} hasDeleted={hasDeleted} />
    </section>
  );
}

function headingOf(step: ImportStep): string {
  switch (step.at) {
    case 'idle':
      return t('packs_add');
    case 'looking':
      return t('packs_looking');
    case 'asking':
      return t('packs_prepare');
    case 'reading':
      return t('packs_reading', t('packs_file', step.file));
    case 'reviewing':
      return t('packs_review');
    case 'installing':
      return t('packs_installing');
    case 'restoring':
      return t('packs_restore_title');
    case 'failed':
      return t(step.what === 'restore' ? 'packs_failed_restore' : 'packs_failed');
  }
}

function Step({ api, importing, packs, hasDeleted }: ImportSectionProps) {
  const { step, takeFiles, takeTab, read, install, restore, cancel } = importing;
  switch (step.at) {
    case 'idle':
      return (
        <>
          <div class="outcome" role="status">
            {step.note !== '' && <p class="granted">{step.note}</p>}
            {step.help !== undefined && step.help !== '' && <p class="help">{step.help}</p>}
          </div>
          <ChooseFile onFiles={takeFiles} />
          <TabList api={api} onChoose={(id) => void takeTab(id)} />
        </>
      );
    case 'looking':
    case 'installing':
      return null;
    case 'asking':
      return (
        <PrepareForm key={step.file} step={step} packs={packs} onRead={read} onCancel={cancel} />
      );
    case 'reading':
      return <ReadingView progress={step.progress} onCancel={cancel} />;
    case 'reviewing':
      return <ReviewView staged={step.staged} onInstall={install} onCancel={cancel} />;
    case 'restoring':
      return (
        <RestoreView
          madeAt={step.madeAt}
          plan={step.plan}
          isBusy={step.isBusy}
          onRestore={restore}
          onCancel={cancel}
        />
      );
    case 'failed':
      return (
        <FailureView
          reason={step.reason}
          detail={step.detail}
          hasDeleted={hasDeleted}
          onClose={cancel}
        />
      );
  }
}

/** Each step begins at its heading, for those who do not see that it changed. */
function useStepFocus(section: { readonly current: HTMLElement | null }, at: string): void {
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    section.current?.querySelector('h2')?.focus({ preventScroll: true });
    section.current?.scrollIntoView({ block: 'nearest' });
  }, [section, at]);
}
