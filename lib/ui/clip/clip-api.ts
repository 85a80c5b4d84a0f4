/** What the page for clippings and own facts asks of the rest of the extension. */
import type { ClipForm, NewName } from '../../core/clipping/clip-form';
import type {
  DriftReport,
  KnownFinding,
  NameTwin,
  OpenedClip,
  OwnFacts,
  OwnSection,
  PackClaim,
  PackName,
  Saved,
} from '../../core/clipping/clip-schema';
import type { PastState } from '../../core/clipping/past-states';
import type { ClaimPart } from '../../core/clipping/record-forms';
import type { ClaimKey, EntityKey } from '../../core/facts/keys';
import type { SearchHit } from '../../core/search/search-hit';

export type EntityHit = Extract<SearchHit, { kind: 'entity' }>;

export interface ClipApi {
  /** `keep`: the answer of a reader who was asked, since the page is in a private window. */
  readonly open: (clip: string, keep?: boolean) => Promise<OpenedClip>;
  readonly discard: (clip: string) => Promise<void>;
  /** In all packs where none is named. */
  readonly searchNames: (words: string, pack?: string) => Promise<readonly EntityHit[]>;
  /** Which of the written forms are names that are known. `entity`: the one that is being edited. */
  readonly findTwins: (
    forms: readonly string[],
    entity: EntityKey | null,
  ) => Promise<readonly NameTwin[]>;
  /** What is known already of what the form says. `claim`: the one that is being edited. */
  readonly findings: (form: ClipForm, claim: ClaimKey | null) => Promise<readonly KnownFinding[]>;
  /** The form of a claim that is stored; null where there is none such. */
  readonly formOf: (claim: ClaimKey) => Promise<ClipForm | null>;
  /** As the end of a clipping, or in the place of a claim. */
  readonly save: (
    form: ClipForm,
    of: { readonly clip?: string; readonly claim?: ClaimKey },
  ) => Promise<Saved>;
  readonly saveName: (
    name: NewName,
    of: { readonly clip?: string; readonly entity?: EntityKey },
  ) => Promise<Saved>;
  /** Another written form of a name that is known, as the end of a clipping. */
  readonly saveForm: (form: string, entity: EntityKey, clip: string) => Promise<Saved>;
  readonly close: () => void;
  /** Address of a name in the library. */
  readonly hrefOfName: (entity: EntityKey, claim?: ClaimKey) => string;
  readonly pack: PackEditApi;
  readonly own: OwnApi;
}

/** Entries of imported packs, as the reader changes them. */
export interface PackEditApi {
  /** Null where there is none such. */
  readonly claim: (claim: ClaimKey) => Promise<PackClaim | null>;
  readonly saveClaim: (claim: ClaimKey, part: ClaimPart) => Promise<Saved>;
  readonly name: (entity: EntityKey) => Promise<PackName | null>;
  readonly saveName: (entity: EntityKey, name: NewName) => Promise<Saved>;
  /** Makes it again what its pack says. */
  readonly revert: (key: string, section: OwnSection) => Promise<unknown>;
  /** Takes the change of that number in the pack of that key back, where it is still the last. */
  readonly undo: (key: string, change: number) => Promise<unknown>;
  readonly history: (key: string, section: OwnSection) => Promise<readonly PastState[]>;
}

export interface OwnApi {
  readonly list: () => Promise<OwnFacts>;
  /** False where other facts still need it. */
  readonly remove: (key: string, section: OwnSection) => Promise<boolean>;
  readonly restore: (key: string, section: OwnSection) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly history: (key: string, section: OwnSection) => Promise<readonly PastState[]>;
  /** Looks at the source's page, where a tab shows it. */
  readonly check: (source: string) => Promise<DriftReport>;
}
