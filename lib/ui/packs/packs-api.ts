/** What the page of packs needs from outside. It sends no message and opens no database itself. */
import type { RestorePlan } from '../../core/backup/restore-plan';
import type { EntityKind } from '../../core/facts/pack-schema';
import type { PackOrigin } from '../../core/facts/verification';
import type { Verdict } from '../../core/packs/compare-import';
import type { ImportFormat, PackMeta, Section } from '../../core/packs/import-event';
import type { ImportProblem, Place, ProblemCode } from '../../core/packs/import-problem';
import type { TableMapping } from '../../core/packs/suggest-mapping';
import type { PackColour } from '../../core/settings/pack-colour';

export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly license: string;
  readonly description: string;
  readonly origin: PackOrigin;
  readonly entities: number;
  readonly claims: number;
  readonly sources: number;
  /** ISO date and time; null where it is not known. */
  readonly importedAt: string | null;
  readonly isEnabled: boolean;
  readonly isPainted: boolean;
  /** By which the reader knows it; null where none was chosen. */
  readonly colour: PackColour | null;
}

/** A pack that can still be had back. */
export interface DeletedPack {
  /** Tells it from others that had the same id. */
  readonly store: string;
  readonly id: string;
  readonly title: string;
  readonly entities: number;
  /** ISO date and time. */
  readonly keptUntil: string;
  /** Of disk, roughly; null where nobody knows. */
  readonly bytes: number | null;
}

export interface PackLists {
  /** In the reader's order. */
  readonly packs: readonly Pack[];
  /** The latest first. */
  readonly deleted: readonly DeletedPack[];
}

/** `id-taken`: one of the same id was added since. */
export type ReturnOutcome = 'returned' | 'gone' | 'id-taken' | 'too-many-packs';

export interface PackChoice {
  readonly isEnabled?: boolean;
  readonly isPainted?: boolean;
  readonly colour?: PackColour | null;
}

/** What a file does not say of itself. Of a pack of our own form nothing of it is used. */
export interface ImportChoices {
  readonly format: ImportFormat;
  readonly meta: PackMeta;
  readonly kind: EntityKind;
  readonly language: string;
  readonly unknownStance: string;
  readonly mapping: TableMapping | null;
}

export interface ImportProgress {
  /** Everything is read, and the names are put in order. */
  readonly isOrdering: boolean;
  readonly records: number;
  readonly refused: number;
  /** From 0 to 1. */
  readonly share: number;
  /** Null as long as nobody can tell. */
  readonly secondsLeft: number | null;
}

/** What is wrong with the file, or else what went wrong. */
export type ImportFailureReason = ImportProblem | FailureCode;

export const FAILURE_CODES = [
  'storage-full',
  /** The id is that of a pack that no file can replace. */
  'reserved-id',
  'too-many-packs',
  /** The installed pack was changed while the file was looked at. */
  'outdated',
  /** Nothing of a private window is stored. */
  'private-window',
  'storage-blocked',
  'died',
  'unknown',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export type Reviewed = Verdict | 'refused';

/** What would become of one entry. */
export interface ReviewItem {
  readonly section: Section | null;
  readonly id: string | null;
  /** Of a name its label, of a claim its text, as they will be; null where there is none. */
  readonly label: string | null;
  readonly place: Place;
  /** Fields of which the reader would see something new. */
  readonly fields: readonly string[];
  readonly conflicts: readonly Difference[];
  /** Of a changed one: what the reader has and will have. */
  readonly changes: readonly Change[];
  /** Of a refused one: why. */
  readonly problem: ImportProblem | null;
  /** It was refused only because another was. */
  readonly isConsequence: boolean;
}

/** A field that the reader and a new version have changed, each in a way of their own. */
export interface Difference {
  /** Inside the entry; empty where one side has no entry. */
  readonly path: string;
  readonly base?: unknown;
  readonly mine?: unknown;
  readonly theirs?: unknown;
}

/** A field that would be another after an update. */
export interface Change {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The reader has edited it, and what it will be has these edits in it. */
  readonly isEdited: boolean;
}

/** Some entries of a kind; not all that are counted can be had. */
export interface ItemPage {
  readonly items: readonly ReviewItem[];
  readonly hasMore: boolean;
}

/** Names of a file that other packs know already, with which they will be shown as one. */
export interface Twins {
  readonly count: number;
  /** False where there may be more. */
  readonly isComplete: boolean;
  /** A few of them, each with the pack that knows it. */
  readonly first: readonly {
    readonly label: string;
    readonly pack: { readonly title: string; readonly colour: PackColour | null };
  }[];
}

/** A file that was read and compared, and is not installed. */
export interface StagedImport {
  readonly title: string;
  readonly version: string;
  readonly format: ImportFormat;
  /** Whether a pack of this id is installed. */
  readonly isUpdate: boolean;
  readonly counts: Readonly<Record<Reviewed, number>>;
  /** Refused ones by what is wrong with them. */
  readonly refusals: readonly { readonly code: ProblemCode; readonly count: number }[];
  readonly compared: (verdict: Verdict, offset: number) => Promise<ItemPage>;
  readonly refused: (code: ProblemCode, offset: number) => Promise<ItemPage>;
  /** Null where nobody can tell. */
  readonly twins: () => Promise<Twins | null>;
  /** All or nothing. */
  readonly install: () => Promise<InstallOutcome>;
  readonly discard: () => Promise<void>;
}

export type InstallOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: ImportFailureReason; readonly detail: string };

export type ReadOutcome =
  | { readonly state: 'staged'; readonly staged: StagedImport }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly reason: ImportFailureReason; readonly detail: string };

export const EXPORT_FORMATS = ['pack', 'csv', 'annotations', 'claim-review', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedFile {
  readonly name: string;
  readonly content: Blob;
}

export interface NameInPack {
  /** Inside the pack. */
  readonly id: string;
  readonly label: string;
}

export interface BackupState {
  /** Facts of the reader's own, their edits included. */
  readonly ownFacts: number;
  /** ISO date and time; null where there was none. */
  readonly lastBackup: string | null;
  readonly isDue: boolean;
}

export type PlannedRestore =
  | { readonly ok: true; readonly madeAt: string; readonly plan: RestorePlan }
  | { readonly ok: false; readonly problem: ImportProblem };

export interface StorageUse {
  /** Bytes; null where the browser does not say. */
  readonly used: number | null;
  /** Null where the browser does not say. */
  readonly quota: number | null;
  readonly isPersistent: boolean;
}

export interface ReadableTab {
  readonly id: number;
  readonly title: string;
  readonly url: string;
}

export type TabText =
  | { readonly ok: true; readonly file: File }
  | { readonly ok: false; readonly reason: 'unreadable' | 'too-large' };

export interface PacksApi {
  readonly listPacks: () => Promise<PackLists>;
  readonly choosePack: (id: string, choice: PackChoice) => Promise<void>;
  /** Gives the packs the order of the list. */
  readonly orderPacks: (ids: readonly string[]) => Promise<void>;
  /** Gives the store by which it can be had back; null where it cannot, or was gone before. */
  readonly deletePack: (id: string) => Promise<string | null>;
  readonly returnPack: (store: string) => Promise<ReturnOutcome>;
  /** Frees its room. */
  readonly giveUpPack: (store: string) => Promise<void>;
  /** Reads the whole file and compares it with what is installed; installs nothing. */
  readonly readImport: (
    file: File,
    choices: ImportChoices,
    onProgress: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ) => Promise<ReadOutcome>;
  /** Everything, or chosen names with the claims about them. */
  readonly exportPack: (
    id: string,
    format: ExportFormat,
    names: readonly string[] | null,
  ) => Promise<ExportedFile>;
  readonly findNames: (pack: string, text: string) => Promise<readonly NameInPack[]>;
  readonly backupState: () => Promise<BackupState>;
  readonly makeBackup: () => Promise<ExportedFile & { readonly noteSaved: () => Promise<void> }>;
  readonly postponeBackup: () => Promise<void>;
  /** What restoring the backup of this text would do. */
  readonly planRestore: (text: string) => Promise<PlannedRestore>;
  readonly restoreBackup: (text: string) => Promise<InstallOutcome>;
  readonly storageUse: () => Promise<StorageUse>;
  /** Whether the browser will keep what is stored. */
  readonly askToPersist: () => Promise<boolean>;
  /** Tabs that seem to show a file. */
  readonly readableTabs: () => Promise<readonly ReadableTab[]>;
  readonly readTab: (id: number) => Promise<TabText>;
  /** Where the page was opened for one tab, that tab. */
  readonly openedForTab: number | null;
  readonly libraryUrl: string;
  readonly settingsUrl: string;
}
