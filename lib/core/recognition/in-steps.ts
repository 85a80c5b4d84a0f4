/** Items between two looks at the clock. */
const ITEMS_PER_STEP = 32;

/** Does something with each item and yields now and then. */
export function* inSteps<T>(
  items: readonly T[],
  work: (item: T, index: number) => void,
): Generator<void> {
  for (const [index, item] of items.entries()) {
    work(item, index);
    if (index % ITEMS_PER_STEP === ITEMS_PER_STEP - 1) yield;
  }
}
