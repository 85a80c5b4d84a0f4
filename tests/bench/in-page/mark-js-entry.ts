/** mark.js, which searches the whole page once for each name and changes the page's elements. */
import Mark from 'mark.js';
import { createReadability } from '../../../lib/page/skip-rules';

export interface MarkJsRun {
  readonly time: number;
  readonly marks: number;
  /** Of these: inside another mark. */
  readonly nested: number;
  /** Of these: in code, fields, hidden parts and the like, which we do not read. */
  readonly unread: number;
}

const api = {
  run(names: readonly string[]): MarkJsRun {
    const start = performance.now();
    new Mark(document.body).mark(names, { accuracy: 'exactly', separateWordSearch: false });
    const time = performance.now() - start;
    const marks = [...document.querySelectorAll('mark[data-markjs]')];
    const { isReadable } = createReadability();
    return {
      time,
      marks: marks.length,
      nested: marks.filter((mark) => mark.parentElement?.closest('mark[data-markjs]')).length,
      unread: marks.filter((mark) => !isReadable(mark)).length,
    };
  },
};
export type MarkJsApi = typeof api;
Object.assign(globalThis, { glossatorBench: api });
