/** One import from the choice of a file to its end, as the page shows it. */
import { useCallback, useRef, useState } from 'preact/hooks';
import type { RestorePlan } from '../../core/backup/restore-plan';
import type { ImportFormat } from '../../core/packs/import-event';
import type { MappingSuggestion } from '../../core/packs/suggest-mapping';
import { t } from '../message';
import { inspectFile } from './inspect-file';
import { metaOfDraft, needsDraft, type PackDraft, titleOfFile } from './pack-draft';
import type {
  ImportFailureReason,
  ImportProgress,
  Pack,
  PacksApi,
  StagedImport,
} from './packs-api';

export type ImportStep =
  /** `note`: what came of the last one. */
  | { readonly at: 'idle'; readonly note: string; readonly help?: string }
  | { readonly at: 'looking'; readonly file: string }
  | {
      readonly at: 'asking';
      readonly file: string;
      readonly format: ImportFormat;
      readonly mapping: MappingSuggestion | null;
      readonly title: string;
    }
  | { readonly at: 'reading'; readonly file: string; readonly progress: ImportProgress | null }
  | { readonly at: 'reviewing'; readonly staged: StagedImport }
  | { readonly at: 'installing'; readonly title: string }
  | {
      readonly at: 'restoring';
      readonly text: string;
      readonly madeAt: string;
      readonly plan: RestorePlan;
      readonly isBusy: boolean;
    }
  | {
      readonly at: 'failed';
      readonly what: 'import' | 'restore';
      readonly reason: ImportFailureReason;
      readonly detail: string;
    };

export interface Importing {
  readonly step: ImportStep;
  /** Said of a file that could not be taken just now; empty where nothing is. */
  readonly refusal: string;
  readonly takeFiles: (files: readonly File[]) => void;
  readonly takeTab: (id: number) => Promise<void>;
  readonly read: (draft: PackDraft) => void;
  readonly install: () => void;
  readonly restore: () => void;
  /** Gives up whatever is under way; nothing stays of it. */
  readonly cancel: () => void;
}

const NOTHING: ImportStep = { at: 'idle', note: '' };

export function useImport(api: PacksApi, packs: readonly Pack[], onStored: () => void): Importing {
  const [step, setStep] = useState<ImportStep>(NOTHING);
  const [refusal, setRefusal] = useState('');
  const current = useRef({ step, file: null as File | null, stop: null as AbortController | null });
  const known = useRef({ api, packs, onStored });
  known.current = { api, packs, onStored };

  const go = useCallback((next: ImportStep) => {
    current.current.step = next;
    setStep(next);
  }, []);
  const failed = useCallback(
    (what: 'import' | 'restore', reason: ImportFailureReason, detail = '') => {
      current.current.file = null;
      go({ at: 'failed', what, reason, detail });
    },
    [go],
  );

  const readAll = useCallback(
    async (file: File, format: ImportFormat, draft: PackDraft): Promise<void> => {
      const stop = new AbortController();
      current.current.stop = stop;
      go({ at: 'reading', file: file.name, progress: null });
      const today = new Date().toISOString().slice(0, 10);
      const meta = metaOfDraft(
        draft,
        known.current.packs.map(({ id }) => id),
        today,
        {
          description: t('packs_description', file.name, today),
          license: t('packs_license_unknown'),
        },
      );
      const { kind, language, mapping } = draft;
      const choices = { format, meta, kind, language, mapping };
      const onProgress = (progress: ImportProgress): void => {
        if (!stop.signal.aborted) go({ at: 'reading', file: file.name, progress });
      };
      const outcome = await known.current.api
        .readImport(
          file,
          { ...choices, unknownStance: t('packs_unknown_stance') },
          onProgress,
          stop.signal,
        )
        .catch((error: unknown) => unknownFailure(error));
      if (stop.signal.aborted || outcome.state === 'cancelled') {
        if (outcome.state === 'staged') await outcome.staged.discard().catch(() => {});
        return;
      }
      current.current.file = null;
      if (outcome.state === 'failed') failed('import', outcome.reason, outcome.detail);
      else go({ at: 'reviewing', staged: outcome.staged });
    },
    [go, failed],
  );

  const take = useCallback(
    async (file: File): Promise<void> => {
      current.current.file = file;
      go({ at: 'looking', file: file.name });
      try {
        const found = await inspectFile(file);
        if (found.is === 'nothing') return failed('import', found.problem);
        if (found.is === 'backup') {
          const text = await file.text();
          const planned = await known.current.api.planRestore(text);
          if (!planned.ok) return failed('restore', planned.problem);
          const { madeAt, plan } = planned;
          return go({ at: 'restoring', text, madeAt, plan, isBusy: false });
        }
        const { format, mapping } = found;
        const title = titleOfFile(file.name);
        if (needsDraft(format)) go({ at: 'asking', file: file.name, format, mapping, title });
        else await readAll(file, format, { title, target: null, ...FOR_PACKS });
      } catch (error) {
        failed('import', 'unknown', String(error));
      }
    },
    [go, failed, readAll],
  );

  const isBusy = useCallback((): boolean => {
    const { at } = current.current.step;
    const busy = at !== 'idle' && at !== 'failed';
    setRefusal(busy ? t('packs_busy') : '');
    return busy;
  }, []);

  const takeFiles = useCallback(
    (files: readonly File[]) => {
      const [file] = files;
      if (!file || isBusy()) return;
      if (files.length > 1) setRefusal(t('packs_one_file'));
      else void take(file);
    },
    [isBusy, take],
  );

  const takeTab = useCallback(
    async (id: number): Promise<void> => {
      if (isBusy()) return;
      const text = await known.current.api.readTab(id);
      // Another file may have been taken while the tab was read.
      if (isBusy()) return;
      if (text.ok) await take(text.file);
      else {
        const why = text.reason === 'too-large' ? 'packs_tab_too_large' : 'packs_tab_unreadable';
        setRefusal(t(why));
      }
    },
    [isBusy, take],
  );

  const read = useCallback(
    (draft: PackDraft) => {
      const { step: at, file } = current.current;
      if (at.at !== 'asking' || !file) return;
      void readAll(file, at.format, draft);
    },
    [readAll],
  );

  const install = useCallback(() => {
    const { step: at } = current.current;
    if (at.at !== 'reviewing') return;
    const { staged } = at;
    go({ at: 'installing', title: staged.title });
    void staged
      .install()
      .catch((error: unknown) => unknownOutcome(error))
      .then((outcome) => {
        known.current.onStored();
        if (!outcome.ok) {
          void staged.discard().catch(() => {});
          return failed('import', outcome.reason, outcome.detail);
        }
        const isDiscreet = !staged.isUpdate;
        const help = isDiscreet ? t('packs_installed_not_painted') : '';
        go({ at: 'idle', note: t('packs_installed', staged.title), help });
      });
  }, [go, failed]);

  const restore = useCallback(() => {
    const { step: at } = current.current;
    if (at.at !== 'restoring' || at.isBusy) return;
    go({ ...at, isBusy: true });
    void known.current.api
      .restoreBackup(at.text)
      .catch((error: unknown) => unknownOutcome(error))
      .then((outcome) => {
        known.current.onStored();
        if (outcome.ok) go({ at: 'idle', note: t('packs_restored') });
        else failed('restore', outcome.reason, outcome.detail);
      });
  }, [go, failed]);

  const cancel = useCallback(() => {
    const { step: at, stop } = current.current;
    stop?.abort();
    current.current.file = null;
    setRefusal('');
    if (at.at === 'reviewing') void at.staged.discard().catch(() => {});
    const isFailure = at.at === 'failed';
    go(isFailure ? NOTHING : { at: 'idle', note: t('packs_cancelled') });
  }, [go]);

  return { step, refusal, takeFiles, takeTab, read, install, restore, cancel };
}

/** A pack says all of this itself. */
const FOR_PACKS = { kind: 'concept', language: 'und', mapping: null } as const;

function unknownFailure(error: unknown) {
  return { state: 'failed', reason: 'unknown', detail: String(error) } as const;
}

function unknownOutcome(error: unknown) {
  return { ok: false, reason: 'unknown', detail: String(error) } as const;
}
