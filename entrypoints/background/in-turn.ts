/**
 * Runs tasks one after another, so that two that read, change and write the same value do not
 * lose each other's change.
 */
export function createTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task);
    last = next.catch(() => {});
    return next;
  };
}

/** Turns of their own for each key, so that one that never ends keeps only its own waiting. */
export function createTurnsByKey(): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const turns = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const next = (turns.get(key) ?? Promise.resolve()).then(task);
    const last = next
      .catch(() => {})
      .then(() => {
        if (turns.get(key) === last) turns.delete(key);
      });
    turns.set(key, last);
    return next;
  };
}
