/** What a reader does, for states that one gets to by doing something. */

/** Afterwards what was asked for is drawn. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Presses the first such element, once it is there. By selectors, since words differ by language. */
export async function press(root: HTMLElement, selector: string): Promise<void> {
  (await waitFor(root, selector)).click();
  await drawn();
}

export async function type(root: HTMLElement, words: string): Promise<void> {
  const field = root.querySelector<HTMLInputElement>('input:is([type="search"], [type="text"])');
  if (!field) throw new Error('there is no field to type in');
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await drawn();
}

/** Unfolds what is folded and asks for what is held back. */
export async function unfoldAll(root: HTMLElement): Promise<void> {
  for (const more of root.querySelectorAll<HTMLElement>('.card .more, .summary + .quiet')) {
    more.click();
  }
  await drawn();
  for (const fold of root.querySelectorAll('details')) fold.open = true;
  await drawn();
}

const PATIENCE_MS = 5000;

export async function waitFor(root: HTMLElement, selector: string): Promise<HTMLElement> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = root.querySelector<HTMLElement>(selector);
    if (found) return found;
    if (performance.now() > end) throw new Error(`there is no ${selector}`);
    await drawn();
  }
}

/** Of what comes never: the wait for it is the state. */
export function never<T>(): Promise<T> {
  return new Promise(() => {});
}

export function failing<T>(): Promise<T> {
  return Promise.reject(new Error('QuotaExceededError: the disk is full'));
}

export function withClipboard(works: boolean): void {
  const writeText = () => (works ? Promise.resolve() : Promise.reject(new Error('refused')));
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
}
