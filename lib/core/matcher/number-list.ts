const FIRST_SIZE = 1024;

export interface NumberList {
  push(value: number): void;
  at(index: number): number;
  length(): number;
  toUint32Array(): Uint32Array;
}

/** Numbers from 0 to 2³² - 1; a plain array would take two to four times the memory. */
export function createNumberList(): NumberList {
  let numbers = new Uint32Array(FIRST_SIZE);
  let length = 0;
  return {
    push(value) {
      if (length === numbers.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length++] = value;
    },
    at: (index) => numbers[index] ?? 0,
    length: () => length,
    toUint32Array: () => numbers.slice(0, length),
  };
}
