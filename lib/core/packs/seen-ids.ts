/**
 * Which ids were seen, and on which line first: for a million ids 24 MB in two arrays, where a
 * Map of texts takes five times that. Two ids are taken for one where 64 bits of hash agree, one
 * chance in thirty million for a list of a million.
 */
import { hashPair } from './stable-id';

const FIRST_CAPACITY = 1024;

export class SeenIds {
  #capacity = FIRST_CAPACITY;
  #count = 0;
  /** Two hashes an entry; a line of 0 is an empty place. */
  #hashes = new Uint32Array(FIRST_CAPACITY * 2);
  #lines = new Uint32Array(FIRST_CAPACITY);

  has(id: string): boolean {
    return this.lineOf(id) !== undefined;
  }

  /** Where it was seen first; undefined where it was not. */
  lineOf(id: string): number | undefined {
    const line = this.#lines[this.#slotOf(...hashPair(id))] ?? 0;
    return line === 0 ? undefined : line;
  }

  /** Lines count from 1; without one, 1 is as good as any. */
  add(id: string, line = 1): void {
    if (this.#count * 2 >= this.#capacity) this.#grow();
    this.#put(...hashPair(id), Math.max(1, line));
  }

  #put(first: number, second: number, line: number): void {
    const slot = this.#slotOf(first, second);
    if (this.#lines[slot] !== 0) return;
    this.#hashes[slot * 2] = first;
    this.#hashes[slot * 2 + 1] = second;
    this.#lines[slot] = line;
    this.#count++;
  }

  #slotOf(first: number, second: number): number {
    const mask = this.#capacity - 1;
    let slot = first & mask;
    while (this.#lines[slot] !== 0) {
      if (this.#hashes[slot * 2] === first && this.#hashes[slot * 2 + 1] === second) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const [hashes, lines] = [this.#hashes, this.#lines];
    this.#capacity *= 2;
    this.#count = 0;
    this.#hashes = new Uint32Array(this.#capacity * 2);
    this.#lines = new Uint32Array(this.#capacity);
    lines.forEach((line, slot) => {
      if (line !== 0) this.#put(hashes[slot * 2] ?? 0, hashes[slot * 2 + 1] ?? 0, line);
    });
  }
}
