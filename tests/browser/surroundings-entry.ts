/** What the browser tests run inside a real page: what a card hears of the page around a mention. */
import type { Mention } from '../../lib/page/mention';
import { readPageDate } from '../../lib/page/page-date';
import { entitiesInParagraph } from '../../lib/page/paragraph-mentions';

/** Elements with an id stand for mentions of the entities that their id names. */
function mentions(): Mention[] {
  return [...document.querySelectorAll<HTMLElement>('[id]')].flatMap((element) => {
    const node = element.firstChild;
    if (!(node instanceof Text)) return [];
    const entities = element.id.split('+').map((id) => (id.includes('/') ? id : `p/${id}`));
    const match = {
      alias: node.data,
      start: 0,
      end: node.length,
      entities,
      why: { rule: 'strong' as const },
    };
    return [{ match, text: node.data, spans: [{ node, start: 0, end: node.length }] }];
  });
}

const surroundings = {
  pageDate: () => readPageDate(document.getElementById('near')),
  inParagraph(entity: string): string[] {
    const all = mentions();
    const own = all.find(({ match }) => match.entities.includes(`p/${entity}`));
    return own ? entitiesInParagraph(own, all).map((keys) => keys.join(' ')) : [];
  },
};
export type SurroundingsLayer = typeof surroundings;

Object.assign(globalThis, { surroundings });
