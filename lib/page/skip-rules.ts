/**
 * Which text is not read: code, form fields, editors, scripts, what is not shown. Decided by tag
 * and attribute alone, since computed style would force layout.
 */
import { matchesSelector, parentAcrossShadow } from './dom-access';

/** Elements whose text nodes are never text for a reader. */
const NOT_TEXT = 'script,style,noscript,textarea,template,title,option';

/** The last of them are code editors, which show their text in ordinary elements. */
const SKIPPED = `${NOT_TEXT},input,select,datalist,code,kbd,samp,svg,math,canvas,audio,video,iframe,object,head,\
[contenteditable]:not([contenteditable=false]),[hidden]:not([hidden=until-found]),[role=textbox],\
.cm-editor,.CodeMirror,.monaco-editor,.ace_editor,.ProseMirror`;

/** Attributes whose change can turn text readable or unreadable. */
export const SKIP_ATTRIBUTES = ['contenteditable', 'hidden'];

/** The cheap first question, by the parent alone. */
export function isTextParent(parent: Node | null): boolean {
  return parent !== null && !(parent instanceof Element && matchesSelector(parent, NOT_TEXT));
}

/** Whether an element's own tag and attributes keep its text from being read. */
export function isSkippedElement(element: Element): boolean {
  return matchesSelector(element, SKIPPED);
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
