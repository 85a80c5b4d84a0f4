/** Shows one of the extension's own pages in the language that the reader chose. */
import { render, type VNode } from 'preact';
import type { Catalogue } from './catalogue-lookup';
import { t } from './message';
import { speak } from './speak';

export interface ChosenLanguage {
  /** Null where the browser's own words hold. */
  readonly read: () => Promise<Catalogue | null>;
  readonly onChange: (listener: (catalogue: Catalogue | null) => void) => void;
}

/**
 * Draws into the element of that id, and anew whenever another language is chosen. Gives how to
 * draw anew for another reason.
 */
export async function showPage(
  id: string,
  language: ChosenLanguage,
  draw: () => VNode,
): Promise<() => void> {
  const root = document.getElementById(id);
  function redraw(): void {
    document.documentElement.lang = t('locale');
    if (root) render(draw(), root);
  }
  language.onChange((catalogue) => {
    speak(catalogue);
    redraw();
  });
  // Without the chosen words those of the browser are better than an empty page.
  speak(await language.read().catch(() => null));
  redraw();
  return redraw;
}
