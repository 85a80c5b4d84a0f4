/** mark.js, which searches the whole page once for each name and changes the page's elements. */
import Mark from 'mark.js';

const api = {
  run(names: readonly string[]): { time: number; marks: number } {
    const start = performance.now();
    new Mark(document.body).mark(names, { accuracy: 'exactly', separateWordSearch: false });
    const time = performance.now() - start;
    return { time, marks: document.querySelectorAll('mark[data-markjs]').length };
  },
};
export type MarkJsApi = typeof api;
Object.assign(globalThis, { glossatorBench: api });
