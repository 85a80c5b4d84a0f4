/** Numbers in one chunk. */
const CHUNK = 1 << 16;

export interface NumberList {
  push(value: number): void;
  length(): number;
  /** All of them; the list is empty then. */
  take(): Uint32Array;
  /** The same, of numbers below 256. */
  takeBytes(): Uint8Array;
}

/**
 * Numbers from 0 to 2³² - 1; a plain array would take two to four times the memory. They lie in chunks,
 * since an array that grows leaves its smaller ones behind, and goes on being half empty.
 */
export function createNumberList(): NumberList {
  let chunks: Uint32Array<ArrayBuffer>[] = [];
  let length = 0;

  function takeInto<T extends Uint32Array | Uint8Array>(all: T): T {
    for (const [index, chunk] of chunks.entries()) {
      const start = index * CHUNK;
      all.set(chunk.subarray(0, length - start), start);
      giveBack(chunk);
    }
    chunks = [];
    length = 0;
    return all;
  }

  return {
    push(value) {
      const place = length % CHUNK;
      if (place === 0) chunks.push(new Uint32Array(CHUNK));
      const chunk = chunks.at(-1);
      if (chunk) chunk[place] = value;
      length++;
    },
    length: () => length,
    take: () => takeInto(new Uint32Array(length)),
    takeBytes: () => takeInto(new Uint8Array(length)),
  };
}

/** Frees a buffer at once, where the collector would let hundreds of megabytes of them wait. */
export function giveBack({ buffer }: Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>): void {
  // Node has it from version 21 on; the browsers that we name all have it.
  (buffer as { transfer?: (length: number) => ArrayBuffer }).transfer?.(0);
}
