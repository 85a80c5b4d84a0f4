/** What many would write first: one expression of all names, run over each text node. */
import type { Contender } from './timing';

export interface Hit {
  readonly node: Text;
  readonly start: number;
  readonly text: string;
}

export interface RegularExpression extends Contender {
  /** Of the last run. */
  hits(): readonly Hit[];
}

/** Longest first, because the first alternative that fits is taken. */
export function combinedExpression(names: readonly string[]): RegExp {
  const alternatives = [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`\\b(?:${alternatives.join('|')})\\b`, 'gi');
}

/** `skipsScripts`: asks each node's parent whether it is a script or a style sheet. */
export function regularExpression(
  expression: RegExp,
  skipsScripts: boolean,
  name: string,
): RegularExpression {
  let hits: Hit[] = [];
  return {
    name,
    run() {
      hits = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (skipsScripts && isScript(node.parentNode)) continue;
        const { data } = node as Text;
        expression.lastIndex = 0;
        for (let found = expression.exec(data); found; found = expression.exec(data)) {
          hits.push({ node: node as Text, start: found.index, text: found[0] });
        }
      }
    },
    hits: () => hits,
  };
}

function isScript(parent: Node | null): boolean {
  return parent?.nodeName === 'SCRIPT' || parent?.nodeName === 'STYLE';
}
