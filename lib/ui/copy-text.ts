/** Longer than any browser takes to answer; one that asks the reader and gets no word hangs. */
const PATIENCE_MS = 1500;

/** Puts the text on the clipboard; rejects where the browser or the page's policy forbids it. */
export async function copyText(text: string): Promise<void> {
  // Absent on pages over plain http.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) throw new Error('there is no clipboard here');
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the clipboard does not answer')), PATIENCE_MS);
  });
  await Promise.race([clipboard.writeText(text), late]);
}
