/** Many texts in two typed arrays: their bytes in UTF-8, and where each begins. */
import { createNumberList, giveBack } from './number-list';

const decoder = new TextDecoder();

/** Text number `index` of a list of texts in UTF-8. */
export function textAt(bytes: Uint8Array, starts: Uint32Array, index: number): string {
  return decoder.decode(bytes.subarray(starts[index], starts[index + 1]));
}

export interface TextList {
  push(text: string): void;
  /** All of them; the list is empty then. */
  take(): { readonly bytes: Uint8Array; readonly starts: Uint32Array };
}

const CHUNK_BYTES = 1 << 20;
/** UTF-8 takes no more bytes for one UTF-16 code unit. */
const MAX_BYTES_PER_UNIT = 3;

/** A growing list of texts, as their bytes one after another; in chunks, as NumberList is. */
export function createTextList(): TextList {
  const encoder = new TextEncoder();
  /** Of what is full the bytes that are used. */
  let full: Uint8Array<ArrayBuffer>[] = [];
  let chunk = new Uint8Array(0);
  let used = 0;
  let end = 0;
  const starts = createNumberList();
  starts.push(0);
  return {
    push(text) {
      const needed = text.length * MAX_BYTES_PER_UNIT;
      if (used + needed > chunk.length) {
        full.push(chunk.subarray(0, used));
        chunk = new Uint8Array(Math.max(CHUNK_BYTES, needed));
        used = 0;
      }
      const { written } = encoder.encodeInto(text, chunk.subarray(used));
      used += written;
      end += written;
      starts.push(end);
    },
    take() {
      const bytes = new Uint8Array(end);
      let at = 0;
      for (const part of [...full, chunk.subarray(0, used)]) {
        bytes.set(part, at);
        at += part.length;
        giveBack(part);
      }
      full = [];
      chunk = new Uint8Array(0);
      used = 0;
      end = 0;
      const taken = { bytes, starts: starts.take() };
      starts.push(0);
      return taken;
    },
  };
}
