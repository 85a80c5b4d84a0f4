/** What the browser test of large lists runs inside a page: two names in the tab, the rest behind a gate. */
import { buildMatcher, type NamedEntity } from '../../lib/core/matcher/build-matcher';
import { buildNameGate } from '../../lib/core/matcher/build-name-gate';
import { createLargeMatcher } from '../../lib/core/matcher/large-matcher';
import { createLargeTablesBuilder } from '../../lib/core/matcher/large-tables';
import { createMatcher } from '../../lib/core/matcher/matcher';
import { createAnnotator } from '../../lib/page/annotator';
import { createRemoteNames } from '../../lib/page/remote-names';

const strong = (text: string) => ({ text, strength: 'strong', case: 'initial' }) as const;
const weak = (text: string) => ({ text, strength: 'weak', case: 'initial' }) as const;

const IN_TAB: NamedEntity[] = [
  { key: 'tab/ant', label: 'Ant Group', kind: 'organisation', aliases: [strong('Ant Group')] },
  { key: 'tab/jack', label: 'Jack Ma', kind: 'person', aliases: [strong('Jack Ma')] },
];
const BEHIND_GATE: NamedEntity[] = [
  {
    key: 'list/ant-holding',
    label: 'Ant Group Holding',
    kind: 'organisation',
    aliases: [strong('Ant Group Holding'), weak('Holding')],
    lookalikes: ['Ant Group Holding Pattern'],
  },
  {
    key: 'list/other-ant',
    label: 'Ant Group',
    kind: 'organisation',
    aliases: [strong('Ant Group')],
  },
  { key: 'list/ada', label: 'Ada Lovelace', kind: 'person', aliases: [strong('Ada Lovelace')] },
  { key: 'list/zwingli', label: 'Zwingli', kind: 'person', aliases: [strong('Zwingli')] },
  {
    key: 'list/institute',
    label: '李约瑟研究所',
    kind: 'organisation',
    aliases: [strong('李约瑟研究所')],
  },
];

/** Milliseconds that the background takes to answer. */
function start(delay: number) {
  const builder = createLargeTablesBuilder('list');
  for (const entity of BEHIND_GATE) builder.add(entity);
  const background = createLargeMatcher(builder.build());
  const asked: string[][] = [];

  async function confirmNames(texts: string[]): Promise<unknown> {
    asked.push(texts);
    await new Promise((resolve) => setTimeout(resolve, delay));
    const found = texts.map((text) => background.find(text));
    return {
      entities: background.entitiesOf(found.flat().flatMap(({ aliases }) => aliases)),
      found: found.flatMap((candidates, i) => (candidates.length > 0 ? [i] : [])),
    };
  }

  const gate = buildNameGate(BEHIND_GATE.flatMap(({ aliases }) => aliases));
  const remote = createRemoteNames(createMatcher(buildMatcher(IN_TAB)), gate, confirmNames);
  const annotator = createAnnotator(remote.matcher, () => {}, undefined, remote);
  const ready = annotator.start(new AbortController().signal);
  return {
    asked,
    ready,
    mentions: () =>
      annotator
        .mentions()
        .map(({ text, match }) => `${text}: ${[...match.entities].sort().join(' ')}`),
  };
}

const api = { start };
export type RemoteNamesPage = typeof api;
Object.assign(globalThis, { remoteNames: api });
