/** The imported file as a source of its own: what its claims quote. */
import type { Source } from '../facts/pack-schema';
import type { ReaderContext } from './reader-context';

export function listSource(context: ReaderContext, publisher?: string): Source {
  return {
    id: 'imported-file',
    retrieved: context.today,
    title: context.meta.title,
    ...(publisher !== undefined && { publisher }),
    language: context.language,
    translation: 'unknown',
    stance: context.unknownStance,
  };
}
