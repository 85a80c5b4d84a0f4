import type { EntityKind } from '../facts/pack-schema';
import type { PackMeta } from './import-event';
import type { ImportLimits } from './import-limits';

/** What a reader of a foreign format has to know that the file does not say. */
export interface ReaderContext {
  /** The pack that the file becomes. Chosen by the reader, or made from the file's name. */
  readonly meta: PackMeta;
  readonly limits: ImportLimits;
  /** Kind of entries for which the list gives none. */
  readonly kind: EntityKind;
  /** Language of the list, as BCP 47; "und" where it is not known. */
  readonly language: string;
  /** Day of the import, as an ISO date. */
  readonly today: string;
  /** In the reader's language: that nobody has looked at whose view a source takes. */
  readonly unknownStance: string;
}
