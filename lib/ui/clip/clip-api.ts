/** What the page for clippings and own facts asks of the rest of the extension. */
import type { ClipForm, NewName } from '../../core/clipping/clip-form';
import type {
  DriftReport,
  KnownFinding,
  OpenedClip,
  OwnFacts,
  OwnSection,
  Saved,
} from '../../core/clipping/clip-schema';
import type { PastState } from '../../core/clipping/past-states';
import type { ClaimKey, EntityKey } from '../../core/facts/keys';
import type { SearchHit } from '../../core/search/search-hit';

export type EntityHit = Extract<SearchHit, { kind: 'entity' }>;

export interface ClipApi {
  /** `keep`: the answer of a reader who was asked, since the page is in a private window. */
  readonly open: (clip: string, keep?: boolean) => Promise<OpenedClip>;
  readonly discard: (clip: string) => Promise<void>;
  readonly searchNames: (words: string) => Promise<readonly EntityHit[]>;
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
  readonly close: () => void;
  readonly own: OwnApi;
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
