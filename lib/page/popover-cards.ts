import * as v from 'valibot';
import { type CardGroup, CardGroupSchema } from '../core/facts/card-group';

const AnswerSchema = v.object({ groups: v.array(CardGroupSchema) });

/** The cards of an answer to `getEntityCards`. Throws where it is not such an answer. */
export function parseCards(answer: unknown): readonly CardGroup[] {
  return v.parse(AnswerSchema, answer).groups;
}
