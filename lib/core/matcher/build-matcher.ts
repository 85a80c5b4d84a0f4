/**
 * Builds the matcher's tables from the aliases of all entities: a trie over folded aliases, laid
 * out breadth-first, so that the children of a node lie side by side and sorted, and a node is
 * three numbers (in the manner of a LOUDS trie without its bit vectors).
 */
import type { EntityKey } from '../facts/keys';
import type { Alias, Entity } from '../facts/pack-schema';
import { foldText } from '../text/characters';
import { CASE_CODES, type MatcherTables, STRENGTH_CODES } from './matcher-tables';

export interface NamedEntity {
  readonly key: EntityKey;
  readonly label: string;
  readonly aliases: readonly Pick<Alias, 'text' | 'strength' | 'case'>[];
}

export function toNamedEntity(key: EntityKey, entity: Entity): NamedEntity {
  return { key, label: entity.label, aliases: entity.aliases };
}

interface TrieNode {
  readonly children: Map<number, TrieNode>;
  pattern: number;
}

/** The same entities give the same tables, in whatever order they come. */
export function buildMatcher(entities: readonly NamedEntity[]): MatcherTables {
  const ordered = [...entities].sort((a, b) => (a.key < b.key ? -1 : 1));
  const aliases = ordered.flatMap((entity, index) =>
    entity.aliases.map((alias) => ({ alias, entity: index, pattern: foldText(alias.text) })),
  );
  const patterns = [...new Set(aliases.map((a) => a.pattern))].filter((p) => p !== '').sort();
  const patternIndex = new Map(patterns.map((pattern, index) => [pattern, index]));
  const usable = aliases
    .flatMap((a) => {
      const index = patternIndex.get(a.pattern);
      return index === undefined ? [] : [{ ...a, index }];
    })
    .sort((a, b) => a.index - b.index || a.entity - b.entity);
  return {
    ...layOut(buildTrie(patterns)),
    aliasStart: startsOf(
      usable.map((a) => a.index),
      patterns.length,
    ),
    aliasEntity: Uint32Array.from(usable, (a) => a.entity),
    aliasRules: Uint8Array.from(
      usable,
      (a) => STRENGTH_CODES.indexOf(a.alias.strength) * 4 + CASE_CODES.indexOf(a.alias.case),
    ),
    aliasText: usable.map((a) => a.alias.text),
    entityKeys: ordered.map((e) => e.key),
    entityLabels: ordered.map((e) => e.label),
  };
}

function buildTrie(patterns: readonly string[]): TrieNode {
  const root: TrieNode = { children: new Map(), pattern: -1 };
  patterns.forEach((pattern, index) => {
    let node = root;
    for (let i = 0; i < pattern.length; i++) {
      const code = pattern.charCodeAt(i);
      const child = node.children.get(code) ?? { children: new Map(), pattern: -1 };
      node.children.set(code, child);
      node = child;
    }
    node.pattern = index;
  });
  return root;
}

function layOut(root: TrieNode): Pick<MatcherTables, 'label' | 'firstChild' | 'pattern'> {
  const nodes: TrieNode[] = [root];
  const labels: number[] = [0];
  const firstChild: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    firstChild.push(nodes.length);
    const children = [...(nodes[i]?.children ?? [])].sort(([a], [b]) => a - b);
    for (const [code, child] of children) {
      labels.push(code);
      nodes.push(child);
    }
  }
  firstChild.push(nodes.length);
  return {
    label: Uint16Array.from(labels),
    firstChild: Uint32Array.from(firstChild),
    // 0 stands for "no pattern ends here".
    pattern: Uint32Array.from(nodes, (node) => node.pattern + 1),
  };
}

/** For a sorted list of group numbers: where each group starts, with the end as a last entry. */
function startsOf(sorted: readonly number[], groups: number): Uint32Array {
  const starts = new Uint32Array(groups + 1);
  for (const group of sorted) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let i = 1; i <= groups; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  return starts;
}
