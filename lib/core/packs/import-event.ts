import type { Claim, Entity, FactPack, Relation, Source } from '../facts/pack-schema';
import type { ImportProblem, Place } from './import-problem';

/** What a pack says of itself. */
export type PackMeta = Pick<FactPack, 'id' | 'version' | 'title' | 'description' | 'license'>;

export type PackRecord =
  | { readonly section: 'sources'; readonly record: Source }
  | { readonly section: 'entities'; readonly record: Entity }
  | { readonly section: 'claims'; readonly record: Claim }
  | { readonly section: 'relations'; readonly record: Relation };
export type Section = PackRecord['section'];

export const SECTIONS = ['sources', 'entities', 'claims', 'relations'] as const;

export type ImportFormat = 'pack' | 'table' | 'open-sanctions' | 'follow-the-money' | 'annotations';

export type RecordEvent = { readonly type: 'record'; readonly place: Place } & PackRecord;

export interface RefusedEvent {
  readonly type: 'refused';
  readonly problem: ImportProblem;
  /** It names a record that was refused itself; mending that one mends this one. */
  readonly isConsequence: boolean;
}

export type ReaderEvent =
  | { readonly type: 'meta'; readonly meta: PackMeta }
  | RecordEvent
  | RefusedEvent;

export type ImportEvent =
  | ReaderEvent
  | { readonly type: 'format'; readonly format: ImportFormat }
  | {
      readonly type: 'progress';
      readonly readBytes: number;
      readonly records: number;
      readonly refused: number;
    }
  /** The file cannot be imported at all. The last event. */
  | { readonly type: 'failed'; readonly problem: ImportProblem }
  /** All was read. The last event. */
  | { readonly type: 'done'; readonly records: number; readonly refused: number };

/** Reads one format. Text comes in pieces of any length; what is whole by then goes out. */
export interface PackReader {
  push(text: string): Iterable<ReaderEvent>;
  end(): Iterable<ReaderEvent>;
}
