/** Imports as the page of packs shows them. */
import type { ImportOptions } from '../../lib/core/packs/import-facts';
import { PROBLEM_CODES } from '../../lib/core/packs/import-problem';
import { type ImportedFile, importFile, type StagedFile } from '../../lib/messaging/import-file';
import type { ReviewedItem } from '../../lib/messaging/reviewed-items';
import type { StorageFailure } from '../../lib/storage/storage-failure';
import type {
  ImportChoices,
  ImportFailureReason,
  ItemPage,
  PacksApi,
  ReadOutcome,
  ReviewItem,
  StagedImport,
} from '../../lib/ui/packs/packs-api';

export const readImport: PacksApi['readImport'] = async (file, choices, onProgress, signal) => {
  const options = optionsOf(choices);
  const imported = await importFile({
    ...{ file, options, signal },
    onProgress({ isOrdering, records, refused, readBytes, totalBytes, secondsLeft }) {
      const share = totalBytes === 0 ? 1 : readBytes / totalBytes;
      onProgress({ isOrdering, records, refused, share, secondsLeft });
    },
  });
  return imported.state === 'staged'
    ? { state: 'staged', staged: stagedImport(imported.staged) }
    : otherOutcome(imported);
};

function optionsOf(choices: ImportChoices): ImportOptions {
  const { meta, kind, language, unknownStance, mapping, format } = choices;
  const today = new Date().toISOString().slice(0, 10);
  return { meta, kind, language, unknownStance, format, today, ...(mapping && { mapping }) };
}

function otherOutcome(imported: Exclude<ImportedFile, { state: 'staged' }>): ReadOutcome {
  switch (imported.state) {
    case 'cancelled':
      return { state: 'cancelled' };
    case 'bad-file':
      return failed(imported.problem);
    case 'refused':
      return failed(imported.code === 'other-storage' ? 'private-window' : imported.code);
    case 'failed':
      return failedToStore(imported.failure);
  }
}

function failed(reason: ImportFailureReason, detail = '') {
  return { state: 'failed', reason, detail } as const;
}

function failedToStore({ reason, detail }: StorageFailure) {
  const isKnown = reason === 'storage-full' || reason === 'storage-blocked';
  return failed(isKnown ? reason : 'unknown', detail);
}

function stagedImport(staged: StagedFile): StagedImport {
  const { title, version, format, verdicts, refusals, base } = staged.summary;
  return {
    ...{ title, version, format },
    isUpdate: base !== null,
    counts: verdicts,
    refusals: PROBLEM_CODES.flatMap((code) => {
      const count = refusals[code] ?? 0;
      return count > 0 ? [{ code, count }] : [];
    }),
    async compared(verdict, offset) {
      // What stays as it is need not be looked at.
      if (verdict === 'same') return { items: [], hasMore: false };
      return toPage(await staged.items({ verdict, offset, limit: PAGE_ITEMS }));
    },
    refused: async (code, offset) =>
      toPage(await staged.items({ code, offset, limit: PAGE_ITEMS })),
    twins: () => staged.twins(),
    async install() {
      const outcome = await staged.install();
      if (outcome.ok) {
        // Now there is something to lose. Browsers ask their reader at most once.
        void navigator.storage.persist().catch(() => false);
        return { ok: true };
      }
      const { code } = outcome;
      if (code === 'not-staged') return { ok: false, reason: 'died', detail: code };
      return { ok: false, reason: code === 'empty' ? 'unknown' : code, detail: code };
    },
    discard: () => staged.discard(),
  };
}

const PAGE_ITEMS = 100;

function toPage(items: readonly ReviewedItem[]): ItemPage {
  return { items: items.map(toReviewItem), hasMore: items.length === PAGE_ITEMS };
}

function toReviewItem(item: ReviewedItem): ReviewItem {
  if (item.type === 'refused') {
    const { problem, isConsequence } = item;
    const place = toPlace(problem.place);
    const nothing = {
      section: null,
      id: null,
      label: null,
      fields: [],
      conflicts: [],
      changes: [],
    };
    return { ...nothing, place, problem: { ...problem, place }, isConsequence };
  }
  const { section, id, fields, conflicts, changes, merged } = item;
  const place = toPlace(item.place);
  const shown = { section, id, label: wordsOf(merged), fields, conflicts, changes };
  return { ...shown, place, problem: null, isConsequence: false };
}

/** What a reader knows a record by. */
function wordsOf(record: Readonly<Record<string, unknown>> | null): string | null {
  const words = record?.['label'] ?? record?.['text'] ?? record?.['title'];
  return typeof words === 'string' ? words : null;
}

type Place = Extract<ReviewedItem, { readonly type: 'compared' }>['place'];

function toPlace({ line, path, column }: Place): ReviewItem['place'] {
  return {
    ...(line !== undefined && { line }),
    ...(path !== undefined && { path }),
    ...(column !== undefined && { column }),
  };
}
