import * as v from 'valibot';
import type { CardSurroundings } from '../core/facts/card-surroundings';
import { ContextPieceSchema } from '../core/facts/excerpt-context';
import { sendUnchecked } from '../messaging/send-unchecked';
import { parentAcrossShadow } from './dom-access';
import type { Mention } from './mention';
import { readPageDate } from './page-date';
import { entitiesInParagraph } from './paragraph-mentions';

const ContextSchema = v.object({ pieces: v.array(ContextPieceSchema) });

/** What the page around a mention tells its card; `mentions` are all of the page. */
export function surroundingsOf(mention: Mention, mentions: readonly Mention[]): CardSurroundings {
  const node = mention.spans[0]?.node;
  return {
    pageDate: readPageDate(node ? parentAcrossShadow(node) : null)?.date ?? null,
    nearby: entitiesInParagraph(mention, mentions),
    async loadContext(source, { start, end }) {
      return v.parse(ContextSchema, await sendUnchecked('getContext', { source, start, end }))
        .pieces;
    },
  };
}
