declare module 'mark.js' {
  export interface MarkOptions {
    readonly accuracy?: 'partially' | 'complementary' | 'exactly';
    readonly separateWordSearch?: boolean;
  }
  export default class Mark {
    constructor(context: Node);
    mark(names: readonly string[], options: MarkOptions): void;
  }
}
