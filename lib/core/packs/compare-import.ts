/**
 * The dry run: what an import would do to what is installed, item by item, before anything is
 * written. Each record gets one verdict, with the record to be stored if the reader agrees.
 */

import { relationKey } from './canonical-pack';
import { checkRecord } from './check-record';
import type { ImportEvent, PackRecord, RecordEvent, Section } from './import-event';
import type { ImportProblem, Place } from './import-problem';
import { isSame } from './is-same';
import { type MergeConflict, mergeRecord } from './merge-record';
import { SeenIds } from './seen-ids';

type AnyRecord = PackRecord['record'];

/** A record as it is stored now. */
export interface Installed {
  /** As the installed version of the pack shipped it; null for one that the reader has added. */
  readonly shipped: AnyRecord | null;
  /** As the reader sees it; null for one that the reader has deleted. */
  readonly mine: AnyRecord | null;
}

export type Verdict = 'new' | 'same' | 'changed' | 'conflicting' | 'gone';

export interface ComparedItem {
  readonly verdict: Verdict;
  readonly section: Section;
  readonly id: string;
  readonly place: Place;
  /** Fields of which the reader would see something new. */
  readonly fields: readonly string[];
  readonly conflicts: readonly MergeConflict[];
  /** The record after the update; null where it is to go, or stays deleted. */
  readonly merged: AnyRecord | null;
}

export type DryRunItem =
  | ({ readonly type: 'compared' } & ComparedItem)
  | { readonly type: 'refused'; readonly problem: ImportProblem; readonly isConsequence: boolean };

/** The name of a record inside its section; relations have no id of their own. */
export function recordId(record: PackRecord): string {
  return record.section === 'relations' ? relationKey(record.record) : record.record.id;
}

export type Lookup = (
  section: Section,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, Installed>>;

export class DryRun {
  readonly counts: Record<Verdict | 'refused', number> = {
    new: 0,
    same: 0,
    changed: 0,
    conflicting: 0,
    gone: 0,
    refused: 0,
  };
  readonly #seen = new SeenIds();

  constructor(private readonly lookup: Lookup) {}

  /** One batch of an import. One question to the store for each section in it. */
  async take(batch: readonly ImportEvent[]): Promise<DryRunItem[]> {
    const records = batch.filter((event) => event.type === 'record');
    const installed = await this.#installed(records);
    return batch.flatMap((event): DryRunItem[] => {
      if (event.type === 'refused') {
        this.counts.refused++;
        return [event];
      }
      if (event.type !== 'record') return [];
      const id = recordId(event);
      this.#seen.add(`${event.section}/${id}`);
      const item = compareRecord(event, installed.get(`${event.section}/${id}`), event.place);
      this.counts[item.verdict]++;
      return [{ type: 'compared', ...item }];
    });
  }

  /** After the last batch: what is installed and not in the file. */
  gone(section: Section, id: string, installed: Installed): DryRunItem[] {
    if (this.#seen.has(`${section}/${id}`)) return [];
    const { merged, conflicts } = mergeRecord(installed.shipped, installed.mine, null);
    // What the reader has added is no part of the pack, so the pack cannot take it away.
    if (installed.shipped === null) return [];
    const verdict = conflicts.length > 0 ? 'conflicting' : 'gone';
    this.counts[verdict]++;
    const item = { verdict, section, id, place: {}, fields: [], conflicts, merged } as const;
    return [{ type: 'compared', ...item }];
  }

  async #installed(records: readonly RecordEvent[]): Promise<Map<string, Installed>> {
    const bySection = new Map<Section, string[]>();
    for (const record of records) {
      const ids = bySection.get(record.section) ?? [];
      ids.push(recordId(record));
      bySection.set(record.section, ids);
    }
    const found = new Map<string, Installed>();
    for (const [section, ids] of bySection) {
      for (const [id, one] of await this.lookup(section, ids)) found.set(`${section}/${id}`, one);
    }
    return found;
  }
}

/** One record of a file against what is installed under its name. */
export function compareRecord(
  theirs: PackRecord,
  installed: Installed | undefined,
  place: Place = {},
): ComparedItem {
  const { section, record } = theirs;
  const about = { section, id: recordId(theirs), place } as const;
  if (!installed) {
    return { ...about, verdict: 'new', fields: [], conflicts: [], merged: record };
  }
  const { shipped, mine } = installed;
  const { merged, conflicts } = mergeRecord<AnyRecord>(shipped, mine, record);
  const allConflicts = [...conflicts, ...misfits(section, shipped, mine, record, merged)];
  if (allConflicts.length > 0) {
    // A merged record that is none any more leaves the reader's own.
    const kept = conflicts.length === allConflicts.length ? merged : mine;
    return { ...about, verdict: 'conflicting', fields: [], conflicts: allConflicts, merged: kept };
  }
  const fields = changedFields(mine, merged);
  return { ...about, verdict: fields.length > 0 ? 'changed' : 'same', fields, conflicts, merged };
}

/** Two right records may make a wrong one: a new label, of which the reader deleted the alias. */
function misfits(
  section: Section,
  base: AnyRecord | null,
  mine: AnyRecord | null,
  theirs: AnyRecord,
  merged: AnyRecord | null,
): MergeConflict[] {
  if (merged === null) return [];
  const checked = checkRecord(section, merged, { path: '' });
  if (checked.ok) return [];
  return [{ path: checked.problem.place.path ?? '', base, mine, theirs }];
}

function changedFields(before: AnyRecord | null, after: AnyRecord | null): string[] {
  const [old, now] = [Object.entries(before ?? {}), Object.entries(after ?? {})].map(
    (entries) => new Map<string, unknown>(entries),
  );
  const keys = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...keys].filter((key) => !isSame(old?.get(key), now?.get(key)));
}
