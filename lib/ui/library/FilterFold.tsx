import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../message';

/** As in library/adapt.css: from here on filters stand beside the list. */
const BESIDE = '(min-width: 861px)';

/** Filters that open on demand where they would push the list off the screen. */
export function FilterFold({ children }: { children: ComponentChildren }) {
  const [beside, setBeside] = useState(() => matchMedia(BESIDE).matches);
  useEffect(() => {
    const query = matchMedia(BESIDE);
    const onChange = () => setBeside(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  return (
    <details class="filter-fold" open={beside}>
      <summary>{t('library_filters')}</summary>
      {children}
    </details>
  );
}
