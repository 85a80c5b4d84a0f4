/** Shows one of the extension's own pages in the language that the reader chose. */
import { render, type VNode } from 'preact';
import type { Catalogue } from './catalogue-lookup';
import { locale } from './message';
import { speak } from './speak';

export interface ChosenLanguage {
  /** Null where the browser's own words hold. */
  readonly read: () => Promise<Catalogue | null>;
  readonly onChange: (listener: (catalogue: Catalogue | null) => void) => void;
}

/** Draws into the element of that id, and draws anew whenever another language is chosen. */
export async function showPage(
  id: string,
  language: ChosenLanguage,
  draw: () => VNode,
): Promise<void> {
  const root = document.getElementById(id);
  if (!root) return;
  function show(catalogue: Catalogue | null): void {
    speak(catalogue);
    document.documentElement.lang = locale();
    if (root) render(draw(), root);
  }
  language.onChange(show);
  // Without the chosen words those of the browser are better than an empty page.
  show(await language.read().catch(() => null));
}
