/** Who says a claim, as a name to be written out. */
import type { Claim, Entity, Source } from '../facts/pack-schema';

export interface SpeakerName {
  readonly name: string;
  /** Undefined where nobody knows, or where it is a document. */
  readonly kind: Entity['kind'] | undefined;
  readonly isNamed: boolean;
}

export function speakerName(
  { speaker, evidence }: Pick<Claim, 'speaker' | 'evidence'>,
  entities: ReadonlyMap<string, Entity>,
  sources: ReadonlyMap<string, Source>,
): SpeakerName {
  if (speaker.type === 'unnamed') {
    return { name: speaker.description, kind: undefined, isNamed: false };
  }
  if (speaker.type === 'entity') {
    const entity = entities.get(speaker.entity);
    return { name: entity?.label ?? speaker.entity, kind: entity?.kind, isNamed: true };
  }
  const source = sources.get(evidence[0]?.source ?? '');
  const name = source?.author ?? source?.publisher ?? source?.title ?? '';
  return { name, kind: undefined, isNamed: name !== '' };
}
