/** Many texts in two typed arrays: their bytes in UTF-8, and where each begins. */
import { createNumberList } from './number-list';

const decoder = new TextDecoder();

/** Text number `index` of a list of texts in UTF-8. */
export function textAt(bytes: Uint8Array, starts: Uint32Array, index: number): string {
  return decoder.decode(bytes.subarray(starts[index], starts[index + 1]));
}

export interface TextList {
  push(text: string): void;
  at(index: number): string;
  bytes(): Uint8Array;
  starts(): Uint32Array;
}

const FIRST_SIZE = 1024;
/** UTF-8 takes no more bytes for one UTF-16 code unit. */
const MAX_BYTES_PER_UNIT = 3;

/** A growing list of texts, as their bytes one after another. */
export function createTextList(): TextList {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(FIRST_SIZE);
  const starts = createNumberList();
  let end = 0;
  starts.push(0);
  return {
    push(text) {
      const needed = end + text.length * MAX_BYTES_PER_UNIT;
      if (needed > bytes.length) {
        const larger = new Uint8Array(Math.max(needed, bytes.length * 2));
        larger.set(bytes);
        bytes = larger;
      }
      end += encoder.encodeInto(text, bytes.subarray(end)).written;
      starts.push(end);
    },
    at: (index) => decoder.decode(bytes.subarray(starts.at(index), starts.at(index + 1))),
    bytes: () => bytes.slice(0, end),
    starts: () => starts.toUint32Array(),
  };
}
