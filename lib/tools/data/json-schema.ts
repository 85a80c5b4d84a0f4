/** The published JSON Schema of the fact-pack format, derived from the one definition in code. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { FactPackSchema } from '../../core/facts/pack-schema';

export const SCHEMA_FILE = 'data/schema/fact-pack.schema.json';

export function factPackJsonSchema(): string {
  const { $schema, ...schema } = toJsonSchema(FactPackSchema, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
    // JSON Schema cannot say what an EDTF date is; people who read the schema still should know.
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'check' && 'message' in valibotAction
        ? { ...jsonSchema, $comment: `Must be ${String(valibotAction.message)}.` }
        : undefined,
  });
  const document = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Glossator fact pack',
    ...schema,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
