/**
 * Which text is not read: code, form fields, editors, scripts, what is not shown. Decided by tag
 * and attribute alone, since computed style would force layout.
 */
import { parentAcrossShadow } from './dom-access';

/** Elements whose text nodes are never text for a reader; asked of every text node's parent. */
const NOT_TEXT = new Set([
  'script',
  'style',
  'noscript',
  'textarea',
  'template',
  'title',
  'option',
]);

const SKIPPED = new Set([
  ...NOT_TEXT,
  'input',
  'select',
  'datalist',
  'code',
  'kbd',
  'samp',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'iframe',
  'object',
  'head',
]);

/** Code editors that show their text in ordinary elements. */
const EDITOR_CLASS =
  /(?:^|\s)(?:cm-editor|CodeMirror|monaco-editor|ace_editor|ProseMirror)(?:\s|$)/;

/** Attributes whose change can turn text readable or unreadable. */
export const SKIP_ATTRIBUTES = ['contenteditable', 'hidden'];

/** The cheap first question, by the parent alone. */
export function isTextParent(parent: Node | null): boolean {
  return parent !== null && !(parent instanceof Element && NOT_TEXT.has(parent.localName));
}

/** Whether an element's own tag and attributes keep its text from being read. */
export function isSkippedElement(element: Element): boolean {
  if (SKIPPED.has(element.localName)) return true;
  if (!element.hasAttributes()) return false;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const hidden = element.getAttribute('hidden');
  if (hidden !== null && hidden !== 'until-found') return true;
  if (element.getAttribute('role') === 'textbox') return true;
  const className = element.getAttribute('class');
  return className !== null && EDITOR_CLASS.test(className);
}

/** Answers for whole chains of ancestors, each element asked once until `forget`. */
export interface Readability {
  isReadable(node: Node): boolean;
  /** To be called when elements' attributes have changed or elements have moved. */
  forget(): void;
}

export function createReadability(): Readability {
  let known = new WeakMap<Element, boolean>();
  return {
    isReadable(node) {
      const path: Element[] = [];
      let readable = true;
      for (let element = parentAcrossShadow(node); element; element = parentAcrossShadow(element)) {
        const answer = known.get(element);
        if (answer !== undefined) {
          readable = answer;
          break;
        }
        path.push(element);
        if (isSkippedElement(element)) {
          readable = false;
          break;
        }
      }
      for (const element of path) known.set(element, readable);
      return readable;
    },
    forget() {
      known = new WeakMap();
    },
  };
}
