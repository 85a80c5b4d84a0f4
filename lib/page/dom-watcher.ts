/**
 * Watches a document and its open shadow roots for changes that touch text. Only gathers; the
 * annotator works on what was gathered when its time comes.
 */
import { SKIP_ATTRIBUTES } from './skip-rules';
import { isInline, neighboursOf } from './text-flow';

/** What changed since the last look. */
export interface Changes {
  /** Nodes whose text, or all text below which, is to be read again. */
  readonly dirty: ReadonlySet<Node>;
  /** Elements have come, gone, moved or changed attributes: what is remembered of them is void. */
  readonly structureChanged: boolean;
}

export interface DomWatcher {
  watch(root: Node): void;
  take(): Changes;
  stop(): void;
}

export function createDomWatcher(onChange: () => void): DomWatcher {
  let dirty = new Set<Node>();
  let structureChanged = false;
  const observer = new MutationObserver((records) => {
    for (const record of records) gather(record);
    onChange();
  });

  function gather(record: MutationRecord): void {
    if (record.type === 'characterData') {
      if (record.target instanceof Text) addWithNeighbours(record.target);
      return;
    }
    structureChanged = true;
    if (record.type === 'attributes') {
      dirty.add(record.target);
      return;
    }
    for (const node of record.addedNodes) dirty.add(node);
    // A change between two pieces of text may join or part a name.
    if (record.previousSibling) addWithNeighbours(record.previousSibling);
    if (record.nextSibling) addWithNeighbours(record.nextSibling);
  }

  function addWithNeighbours(node: Node): void {
    if (node instanceof Text || (node instanceof Element && isInline(node))) dirty.add(node);
    for (const neighbour of neighboursOf(node)) dirty.add(neighbour);
  }

  return {
    watch(root) {
      observer.observe(root, {
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: SKIP_ATTRIBUTES,
        subtree: true,
      });
    },
    take() {
      for (const record of observer.takeRecords()) gather(record);
      const changes = { dirty, structureChanged };
      dirty = new Set();
      structureChanged = false;
      return changes;
    },
    stop() {
      observer.disconnect();
    },
  };
}
