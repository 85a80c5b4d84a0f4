/** Large name lists: brings what a frame needs for them, and confirms what its gate let through. */
import { createLargeMatcher, type LargeMatcher } from '../../lib/core/matcher/large-matcher';
import type { LearnedEntity } from '../../lib/core/matcher/learned-entity';
import { inScripts } from '../../lib/core/settings/script-of';
import type { Script } from '../../lib/core/settings/settings';
import { CallError } from '../../lib/messaging/call-error';
import type { Handlers } from '../../lib/messaging/serve';
import { createLargeListStore } from '../../lib/storage/large-list-store';
import { readSettings } from '../../lib/storage/settings-store';
import { injectInto } from './popover-loader';

export const largeListStore = createLargeListStore();

/** Read when first asked for; dropped when lists change, and with the sleeping background. */
let matchers: Promise<readonly LargeMatcher[]> | null = null;

export function forgetLargeLists(): void {
  matchers = null;
}

export const largeListHandlers: Pick<Handlers, 'loadLargeLists' | 'confirmNames'> = {
  loadLargeLists: (_params, sender) => injectInto(sender, '/large-lists.js'),

  async confirmNames({ texts }) {
    matchers ??= readMatchers();
    matchers.catch(forgetLargeLists);
    const entities: LearnedEntity[] = [];
    const found = new Set<number>();
    const { scripts } = await readSettings();
    for (const matcher of await matchers) {
      const aliases = texts.flatMap((text, index) => {
        const candidates = matcher.find(text);
        if (candidates.length > 0) found.add(index);
        return candidates.flatMap((candidate) => candidate.aliases);
      });
      entities.push(...inChosenScripts(matcher.entitiesOf(aliases), scripts));
    }
    return { entities, found: [...found] };
  },
};

/** Whatever the reader leaves out, the lists hold all, since building them takes long. */
function inChosenScripts(
  entities: readonly LearnedEntity[],
  scripts: readonly Script[],
): LearnedEntity[] {
  return entities
    .map((entity) => ({ ...entity, aliases: [...inScripts(entity.aliases, scripts)] }))
    .filter(({ aliases }) => aliases.length > 0);
}

async function readMatchers(): Promise<LargeMatcher[]> {
  const lists = await largeListStore.readTables();
  if (lists.length === 0) throw new CallError('not-ready', 'There are no large lists.');
  return lists.map(createLargeMatcher);
}
