import * as v from 'valibot';
import { type EntityCard, EntityCardSchema } from '../core/facts/card';

const AnswerSchema = v.object({ cards: v.array(EntityCardSchema) });

/** The cards of an answer to `getEntityCards`. Throws where it is not such an answer. */
export function parseCards(answer: unknown): readonly EntityCard[] {
  return v.parse(AnswerSchema, answer).cards;
}
